const SECRET = /SECRET|PASSWORD|TOKEN|_KEY/;
const isExecForm = (text) => {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
};

/** The instructions of a Dockerfile, continued lines joined, by stage. */
export function stagesOf(text) {
  const lines = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n/g, ' ');
  const instructions = lines.split('\n').flatMap((line) => {
    const [, name, rest] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
    return name ? [{ name: name.toUpperCase(), rest: rest.trim() }] : [];
  });
  const stages = [];
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** What of this repository a Dockerfile copies. */
export const copiedFrom = (stage) =>
  stage
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));

/**
 * What is wrong with a Dockerfile, a sentence for each.
 * @param manifests every package.json that the lockfile knows of
 */
export function dockerfileFaults(text, manifests) {
  const stages = stagesOf(text);
  const all = stages.flat();
  const last = stages.at(-1);
  const faults = [];
  const rule = (holds, sentence) => holds || faults.push(sentence);
  const of = (name, stage = all) => stage.filter((instruction) => instruction.name === name);

  const aliases = of('FROM').map(({ rest }) => / AS (\S+)$/i.exec(rest)?.[1]);
  for (const { rest } of of('FROM')) {
    const [image] = rest.split(' ');
    rule(
      aliases.includes(image) || /:(?!latest)[\w.-]*\d/.test(image),
      `${image} is not pinned by a version`,
    );
  }
  rule(of('ADD').length === 0, 'ADD fetches and unpacks: use COPY');
  const user = of('USER', last).at(-1)?.rest;
  rule(user && !/^(root|0)(:|$)/.test(user), 'the last USER is root');
  const check = of('HEALTHCHECK', last).at(-1)?.rest ?? 'NONE';
  rule(check !== 'NONE', 'there is no HEALTHCHECK');
  rule(check === 'NONE' || isExecForm(check.replace(/^.*? CMD /, '')), 'HEALTHCHECK is not in exec form');
  for (const name of ['ENTRYPOINT', 'CMD']) {
    const command = of(name, last).at(-1)?.rest ?? '';
    rule(isExecForm(command), `${name} is not in exec form`);
    rule(!/^\["(npm|npx|sh|bash|\/bin\/)/.test(command), `${name} puts something between signals and node`);
  }
  rule(of('VOLUME', last).length > 0, 'data is not in a volume');
  for (const { name, rest } of [...of('ENV'), ...of('ARG')]) {
    rule(!SECRET.test(rest), `${name} keeps a secret in the image`);
  }
  for (const { rest } of of('RUN').filter(({ rest }) => /apt-get install/.test(rest))) {
    rule(/--no-install-recommends/.test(rest), 'apt-get installs what is only recommended');
    rule(/rm -rf \/var\/lib\/apt\/lists/.test(rest), 'the lists of apt stay in the image');
  }
  return [...faults, ...orderFaults(stages[0], manifests)];
}

/** Dependencies come before sources, so that they are not installed again with every change of a source. */
function orderFaults(stage, manifests) {
  const at = (pattern) => {
    const index = stage.findIndex(({ name, rest }) => pattern.test(`${name} ${rest}`));
    return index === -1 ? Infinity : index;
  };
  const install = at(/^RUN .*\bnpm (ci|install)\b/);
  const before = copiedFrom(stage.slice(0, install));
  const faults = manifests
    .filter((manifest) => !before.includes(manifest))
    .map((manifest) => `${manifest} is not copied before npm ci`);
  if (at(/^COPY \. /) < install) faults.push('sources are copied before npm ci');
  if (at(/^RUN .*npm prune --omit=dev/) === Infinity) faults.push('what only tests need stays in the image');
  return faults;
}
