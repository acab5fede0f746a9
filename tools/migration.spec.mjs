import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './lib/root.mjs';
import { freePorts } from './test/free-ports.mjs';

let dataDir, env;
beforeAll(async () => {
  const [port, webPort] = await freePorts(2);
  dataDir = mkdtempSync(path.join(tmpdir(), 'parley-migration-'));
  env = {
    ...process.env,
    PORT: String(port),
    WEB_PORT: String(webPort),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    REDIS_URL: '',
  };
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** `npm run migration:…`, without what npm says itself; its last line, as it may have built the API before. */
async function migration(action, ...args) {
  const npm = spawn('npm', ['run', '--silent', `migration:${action}`, '--', ...args], { cwd: root, env });
  const said = { out: '', err: '' };
  npm.stdout.on('data', (text) => (said.out += text));
  npm.stderr.on('data', (text) => (said.err += text));
  const [code] = await once(npm, 'close');
  return { code, last: said.out.trimEnd().split('\n').at(-1), err: said.err.trimEnd() };
}

test('makes the database, takes it back, and makes it again', async () => {
  const file = path.join(dataDir, 'parley.db');
  expect(await migration('run')).toMatchObject({ code: 0, err: '' });
  expect(existsSync(file)).toBe(true);
  expect((await migration('run')).last).toBe(`Nothing is pending on ${file}.`);

  expect((await migration('revert')).last).toMatch(/^\w+\d{13} is taken back on /);
  expect((await migration('run')).last).toMatch(/^\w+\d{13} is done on /);
});

test('writes no migration without a name that can be one', async () => {
  expect(await migration('generate', '1st')).toMatchObject({
    code: 1,
    err: 'A migration cannot be called "1st".',
  });
  expect((await migration('generate')).code).toBe(1);
});
