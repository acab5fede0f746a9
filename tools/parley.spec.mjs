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
  dataDir = mkdtempSync(path.join(tmpdir(), 'parley-tool-'));
  env = { ...process.env, PORT: String(port), WEB_PORT: String(webPort), DATA_DIR: dataDir };
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** `npm run parley -- …`, without what npm says itself. `last` is its last line: it may have built the API before. */
async function parley(...args) {
  const npm = spawn('npm', ['run', '--silent', 'parley', '--', ...args], { cwd: root, env });
  const said = { out: '', err: '' };
  npm.stdout.on('data', (text) => (said.out += text));
  npm.stderr.on('data', (text) => (said.err += text));
  const [code] = await once(npm, 'close');
  return { code, out: said.out, last: said.out.trimEnd().split('\n').at(-1), err: said.err.trimEnd() };
}

test('makes the first admin before anything has run', async () => {
  const made = await parley('user:create', 'ada', '--json');
  const { user, recoveryCodes } = JSON.parse(made.last);
  expect([made.code, made.err, user.username, recoveryCodes.length]).toEqual([0, '', 'ada', 1]);
  expect(existsSync(path.join(dataDir, 'parley.db'))).toBe(true);

  expect(await parley('user:promote', 'ada')).toMatchObject({
    code: 0,
    last: 'ada is an admin now, and signs in again.',
    err: '',
  });
});

test('exits with 1, and says why, when it cannot do what it was asked for', async () => {
  expect(await parley('user:promote', 'nobody')).toMatchObject({
    code: 1,
    err: 'There is nobody called "nobody".',
  });
  expect((await parley('user:make', 'ada')).code).toBe(1);
});

test('explains itself', async () => {
  const { code, out } = await parley('--help');

  expect(code).toBe(0);
  expect(out).toMatch(/user:create.*user:promote.*user:demote.*user:reset-password/s);
});
