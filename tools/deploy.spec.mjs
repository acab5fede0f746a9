import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { findNginx } from './ensure-nginx.mjs';
import { replaced, writeNginxConfig } from './lib/nginx-config.mjs';
import { fromRoot, root } from './lib/root.mjs';
import { composeFaults } from './test/deploy/compose-rules.mjs';
import { copiedFrom, dockerfileFaults, stagesOf } from './test/deploy/dockerfile-rules.mjs';
import { complaint, haproxy, inFolder, isHere } from './test/deploy/programs.mjs';
import { unitFaults } from './test/deploy/unit-rules.mjs';

const read = (...file) => readFileSync(fromRoot(...file), 'utf8');

const manifests = Object.keys(JSON.parse(read('package-lock.json')).packages)
  .filter((place) => !place.includes('node_modules'))
  .map((place) => path.join(place, 'package.json'));

const settings = new Set(
  `${read('apps/api/src/config/env.ts')}${read('.env.example')}`
    .match(/^(?: {4}|# )[A-Z][A-Z_]+(?=[:=])/gm)
    .map((line) => line.replace(/^\W+/, '')),
);

/** The file with one thing in it made worse; fails when that thing is not there. */
const worse = (text, [from, to]) => {
  expect(text).toMatch(from);
  return text.replace(from, to);
};

describe('the image', () => {
  const dockerfile = read('deploy/Dockerfile');

  test('is built and runs as it should', () => {
    expect(dockerfileFaults(dockerfile, manifests)).toEqual([]);
  });

  test('copies what is there', () => {
    const gone = stagesOf(dockerfile)
      .flatMap(copiedFrom)
      .filter((file) => !existsSync(fromRoot(file)));
    expect(gone).toEqual([]);
  });

  test.each([
    [/^USER node/m, 'USER root', 'the last USER is root'],
    [/:20-bookworm-slim/, ':latest', 'node:latest is not pinned by a version'],
    [/^COPY \. \./m, 'ADD https://example.org/x.tar.gz .', 'ADD fetches and unpacks: use COPY'],
    [/^HEALTHCHECK .*/m, '', 'there is no HEALTHCHECK'],
    [/^CMD .*/m, 'CMD both', 'CMD is not in exec form'],
    [/^ENTRYPOINT .*/m, 'ENTRYPOINT ["npm", "start"]', 'ENTRYPOINT puts something between signals and node'],
    [/^VOLUME .*/m, '', 'data is not in a volume'],
    [/^USER/m, 'ENV SESSION_SECRET=x\nUSER', 'ENV keeps a secret in the image'],
    [/^USER/m, 'RUN apt-get install -y curl\nUSER', 'the lists of apt stay in the image'],
    [/^COPY libs\/chat-client.*$/m, '', 'libs/chat-client/package.json is not copied before npm ci'],
    [/^COPY package\.json/m, 'COPY . .\nCOPY package.json', 'sources are copied before npm ci'],
    [/npm prune --omit=dev/, 'true', 'what only tests need stays in the image'],
  ])('is refused with %s as %j', (from, to, fault) => {
    expect(dockerfileFaults(worse(dockerfile, [from, to]), manifests)).toContain(fault);
  });

  test('leaves secrets, data and what was built here outside', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '**/.env', 'data', '**/node_modules', '**/dist']),
    );
  });
});

describe('the compose file', () => {
  const compose = read('deploy/compose.yml');

  test('starts, pins, checks and joins everything, and has no secret', () => {
    expect(composeFaults(compose, settings)).toEqual([]);
  });

  test.each([
    [/profiles: \[single\]/, 'profiles: [one]', 'the profiles are not single and cluster'],
    [/postgres:17\.5-bookworm/, 'postgres:latest', 'postgres is not pinned by a version'],
    [/SESSION_SECRET: .*/, 'SESSION_SECRET: hunter2', 'api-1 has a secret in the file: SESSION_SECRET'],
    [/\$\{POSTGRES_PASSWORD:\?[^}]*\}@/, 'hunter2@', 'api-1 has a secret in the file: DATABASE_URL'],
    [/REDIS_URL:/, 'REDIS_URI:', 'api-1 sets REDIS_URI, which Parley does not know'],
    [/restart: unless-stopped/, 'init: true', 'web has no restart policy'],
    [/healthcheck:\n(.*\n){4}/, '', 'nginx has no healthcheck'],
    [/stop_grace_period: 15s/, 'stop_grace_period: 5s', 'api-1 is killed while it still drains'],
    [/redis: \{ condition: \w+ \}/, 'redis: {}', 'api-1 does not wait until redis is healthy'],
    [/redis: \{ condition/, 'parley: { condition', 'api-1 waits for parley, which is not started with it'],
    [/^ {2}files:$/m, '  flies:', 'volumes: files is not declared'],
  ])('is refused with %s as %j', (from, to, fault) => {
    expect(composeFaults(worse(compose, [from, to]), settings)).toContain(fault);
  });

  const docker = isHere('docker compose', 'docker', ['compose', 'version']) ? test : test.skip;
  docker('is one for docker itself', () => {
    const env = Object.fromEntries([...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => [name, 'x']));
    const config = ['compose', '-f', fromRoot('deploy/compose.yml')];
    const profiles = ['--profile', 'single', '--profile', 'cluster'];
    expect(complaint('docker', [...config, ...profiles, 'config', '--quiet'], { env })).toBe('');
  });
});

describe('the proxies', () => {
  const files = ['nginx-parley.conf', 'nginx-single.conf', 'haproxy.cfg'].map((name) => [
    name,
    read('deploy', name),
  ]);

  test.each(files)('%s waits longer than a socket is silent', (_, text) => {
    const source = read('apps/api/src/infra/realtime/realtime-server.ts');
    const pings = [...source.matchAll(/ping(?:Interval|Timeout): ([\d_]+)/g)].map(([, ms]) =>
      Number(ms.replaceAll('_', '')),
    );
    const waits = [...text.matchAll(/(?:proxy_read_timeout|timeout tunnel) (\d+)s/g)].map(
      ([, s]) => s * 1000,
    );
    expect(pings).toHaveLength(2);
    expect(Math.max(...waits)).toBeGreaterThan(pings[0] + pings[1]);
  });

  test.each(files)('%s lets through the largest file that the API takes', (_, text) => {
    const largest = Number(/MAX_FILE_BYTES=(\d+)/.exec(read('.env.example'))[1]);
    const megabytes = [...text.matchAll(/client_max_body_size (\d+)m/g)].map(([, m]) => m * 1024 ** 2);
    const bytes = [...text.matchAll(/req\.body_size gt (\d+)/g)].map(([, b]) => Number(b));
    expect(Math.max(...megabytes, ...bytes)).toBeGreaterThan(largest);
  });

  const addresses = {
    listen: '127.0.0.1:18080',
    inner: '127.0.0.1:18081',
    nodes: ['127.0.0.1:3333', '127.0.0.1:3334'],
    web: '127.0.0.1:3001',
  };
  const nginx = findNginx();
  const withNginx = isHere('nginx', nginx, ['-v']) ? test : test.skip;
  const nginxSays = (folder) =>
    complaint(nginx, ['-e', 'stderr', '-t', '-p', folder, '-c', path.join(folder, 'nginx.conf')]);

  withNginx('nginx takes the cluster’s, and would not take one with a mistake', () =>
    inFolder((folder) => {
      writeNginxConfig(folder, addresses);
      expect(nginxSays(folder)).toBe('');

      const site = path.join(folder, 'nginx-parley.conf');
      writeFileSync(site, worse(readFileSync(site, 'utf8'), ['consistent;', 'consistently;']));
      expect(nginxSays(folder)).toMatch(/consistently/);
    }),
  );

  const openssl = nginx && isHere('openssl', 'openssl', ['version']) ? test : test.skip;
  openssl('nginx takes the one for a single node', () =>
    inFolder((folder) => {
      const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => path.join(folder, name));
      const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=chat.example.org'];
      expect(complaint('openssl', [...made, '-keyout', key, '-out', certificate])).toBe('');

      writeNginxConfig(folder, addresses);
      const single = read('deploy/nginx-single.conf')
        .replace(/\S+fullchain\.pem/, certificate)
        .replace(/\S+privkey\.pem/, key)
        .replace('listen 443', 'listen 127.0.0.1:18443');
      writeFileSync(path.join(folder, 'nginx-parley.conf'), single);
      expect(nginxSays(folder)).toBe('');
    }),
  );

  test('a file without what is to be replaced in it is not written', () => {
    expect(() => replaced('server api-1:80;', [['server api-2:80', 'server here:80']])).toThrow(/api-2:80/);
  });

  const withHaproxy = isHere('haproxy', haproxy, ['-v']) ? test : test.skip;
  withHaproxy('HAProxy takes its snippet, and would not take one with a mistake', () =>
    inFolder((folder) => {
      const file = path.join(folder, 'haproxy.cfg');
      const around = 'global\n  maxconn 100\ndefaults\n  timeout client 10s\n  timeout server 10s\n';
      const snippet = read('deploy/haproxy.cfg').replace(/(server \S+) [\w-]+:/g, '$1 127.0.0.1:');
      const says = (text) => {
        writeFileSync(file, around + text);
        return complaint(haproxy, ['-c', '-f', file], { warnings: /WARNING|ALERT/ });
      };
      expect(says(snippet)).toBe('');
      expect(says(worse(snippet, ['balance hash', 'balance hush']))).toMatch(/balance/);
    }),
  );
});

describe('the units of systemd', () => {
  const units = ['parley-api@.service', 'parley-web.service'].map((name) => [
    name,
    read('deploy/systemd', name),
  ]);

  test.each(units)('%s is hardened, drains, and runs what is there', (_, text) => {
    expect(unitFaults(text)).toEqual([]);
    const [, file] = /^ExecStart=\/usr\/bin\/node (\S+)$/m.exec(text);
    expect(existsSync(fromRoot(file))).toBe(true);
  });

  test.each([
    ['User=parley', 'User=root', 'it runs as root'],
    ['NoNewPrivileges=yes', 'NoNewPrivileges=no', 'NoNewPrivileges=yes is missing'],
    ['TimeoutStopSec=12', 'TimeoutStopSec=5', 'it is killed while it still drains'],
    ['UMask=0077', 'Environment=SESSION_SECRET=x', 'there is a secret in it'],
  ])('is refused with %s as %s', (from, to, fault) => {
    for (const [, text] of units) expect(unitFaults(worse(text, [from, to]))).toContain(fault);
  });

  const systemd = isHere('systemd-analyze', 'systemd-analyze', ['--version']) ? test : test.skip;
  systemd.each(units)('systemd takes %s, and would not take one with a mistake', (name, text) =>
    inFolder((folder) => {
      const file = path.join(folder, name);
      const says = (unit) => {
        writeFileSync(file, unit.replace('/usr/bin/node', process.execPath).replaceAll('/opt/parley', root));
        return complaint('systemd-analyze', ['verify', '--man=no', file], { warnings: /parley-/ });
      };
      expect(says(text)).toBe('');
      expect(says(worse(text, ['LockPersonality', 'LockPersonalty']))).toMatch(/LockPersonalty/);
    }),
  );
});

test('the compose file mounts the very files that are tested here', () => {
  const { nginx } = parse(read('deploy/compose.yml'), { merge: true }).services;
  const mounted = nginx.volumes.map((volume) => volume.split(':')[0]);
  expect(mounted).toEqual(['./nginx.conf', './nginx-parley.conf']);
});
