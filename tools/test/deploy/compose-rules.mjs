import { parse } from 'yaml';

const SECRET = /SECRET|PASSWORD|PASS$|TOKEN|KEY/;
const REQUIRED = /^\$\{\w+:\?.+\}$/;
const PROFILES = ['cluster', 'single'];
const DRAIN_S = 10;

/**
 * What is wrong with a compose file, a sentence for each.
 * @param settings the names of all settings that Parley has
 */
export function composeFaults(text, settings) {
  const file = parse(text, { merge: true });
  const services = Object.entries(file.services);
  const faults = [];
  const rule = (holds, sentence) => holds || faults.push(sentence);

  const profiles = new Set(services.flatMap(([, { profiles }]) => profiles ?? []));
  rule([...profiles].sort().join() === PROFILES.join(), 'the profiles are not single and cluster');
  for (const [name, service] of services) {
    rule(service.profiles?.length > 0, `${name} starts with every profile`);
    rule(service.restart, `${name} has no restart policy`);
    rule(service.build || service.healthcheck, `${name} has no healthcheck`);
    rule(service.build || /:\d+\.\d/.test(service.image), `${name} is not pinned by a version`);
    rule(
      !service.build || parseInt(service.stop_grace_period) > DRAIN_S,
      `${name} is killed while it still drains`,
    );
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      rule(isNoSecret(key, String(value)), `${name} has a secret in the file: ${key}`);
      rule(!service.build || settings.has(key), `${name} sets ${key}, which Parley does not know`);
    }
    for (const [needed, { condition } = {}] of Object.entries(service.depends_on ?? {})) {
      const other = file.services[needed];
      rule(condition === 'service_healthy', `${name} does not wait until ${needed} is healthy`);
      rule(
        other && service.profiles?.every((profile) => other.profiles?.includes(profile)),
        `${name} waits for ${needed}, which is not started with it`,
      );
    }
  }
  faults.push(...undeclared(file, 'volumes', volumesOf), ...undeclared(file, 'networks', networksOf));
  return faults;
}

/** Secrets come from outside, and compose says so when one is missing. */
function isNoSecret(key, value) {
  const inAddress = /:\/\/[^/@:]*:(.+)@/.exec(value)?.[1];
  if (inAddress) return REQUIRED.test(inAddress);
  return !SECRET.test(key) || REQUIRED.test(value);
}

const volumesOf = ({ volumes = [] }) =>
  volumes.map((volume) => volume.split(':')[0]).filter((name) => !/^[./]/.test(name));

const networksOf = ({ networks = [] }) => (Array.isArray(networks) ? networks : Object.keys(networks));

function undeclared(file, kind, namesOf) {
  const used = new Set(Object.values(file.services).flatMap(namesOf));
  const declared = new Set(Object.keys(file[kind] ?? {}));
  return [
    ...[...used].filter((name) => !declared.has(name)).map((name) => `${kind}: ${name} is not declared`),
    ...[...declared].filter((name) => !used.has(name)).map((name) => `${kind}: nobody uses ${name}`),
  ];
}
