import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parley } from '../../src/cli/parley.js';
import { crowd, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';
import { HAS_REDIS } from '../services-of-run.js';

type Settings = Record<string, string>;

/** What the tool says and answers. */
async function run(settings: Settings, ...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await parley(args, settings, {
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
  });
  return { code, ...said };
}
const CODE = /: ([\da-z]{4}(-[\da-z]{4}){3})$/;

describe("the operator's tool", () => {
  describe('while the server runs', () => {
    let server: Server;
    let settings: Settings;
    let ada: Person;

    beforeAll(async () => {
      server = await Server.start();
      settings = { ...server.settings, PORT: String(server.api.port) };
      ada = await signIn(server, 'ada');
      await crowd(server, 120);
    });
    afterAll(() => server.stop());

    const roleOf = async (username: string) => {
      const { user } = await callRoute(server.url, undefined, 'login', { username });
      return user.role;
    };

    it('makes an admin of somebody, however the name is written, whose session ends there and then', async () => {
      const { code, out, err } = await run(settings, 'user:promote', 'ADA');

      expect({ code, out, err }).toEqual({
        code: 0,
        out: ['ada is an admin now, and signs in again.'],
        err: [],
      });
      await ada.line.closed();
      expect(await roleOf('ada')).toBe('admin');
    });

    it('has nothing to do where it is so already, and takes it back', async () => {
      await run(settings, 'user:promote', 'ada');

      expect((await run(settings, 'user:promote', 'ada')).out).toEqual(['ada is an admin already.']);
      expect((await run(settings, 'user:demote', 'ada')).out).toEqual([
        'ada is no admin any more, and signs in again.',
      ]);
      expect(await roleOf('ada')).toBe('member');
    });

    it('finds a name behind more than a page of names that it is a part of', async () => {
      await run(settings, 'user:create', 'nus');

      expect(await run(settings, 'user:promote', 'nus')).toMatchObject({
        code: 0,
        out: ['nus is an admin now, and signs in again.'],
      });
      expect(await roleOf('linus-1')).toBe('member');
    });

    it('makes an account, and answers programs in JSON', async () => {
      const made = await run(settings, 'user:create', 'grace', '--json');

      const { user, recoveryCodes } = JSON.parse(made.out.join('\n')) as {
        user: { username: string };
        recoveryCodes: string[];
      };
      expect(made).toMatchObject({ code: 0, out: [expect.any(String)], err: [] });
      expect(user.username).toBe('grace');
      const login = { username: 'grace', recoveryCode: recoveryCodes[0] };
      expect((await callRoute(server.url, undefined, 'login', login)).user.username).toBe('grace');
    });

    it('opens a name whose password is lost by a code', async () => {
      const linus = await signIn(server, 'linus');
      await linus.calls('setPassword', { password: 'a kettle of fish' });

      const { code, out } = await run(settings, 'user:reset-password', 'linus');

      expect(code).toBe(0);
      expect(out[0]).toBe('linus is signed out, and opens by a code alone.');
      await linus.line.closed();
      const login = { username: 'linus', recoveryCode: CODE.exec(out[1]!)![1]! };
      expect((await callRoute(server.url, undefined, 'login', login)).user.id).toBe(linus.id);
    });

    it.each([
      ['somebody who is not there', ['user:promote', 'nobody'], 'There is nobody called "nobody".'],
      ['a part of a name', ['user:promote', 'linus-'], 'There is nobody called "linus-".'],
      ['a name that is taken', ['user:create', 'Linus-1'], 'Somebody has this name already.'],
      ['a name that is reserved', ['user:create', 'system'], 'This name is reserved.'],
    ])('says in one line why not: %s', async (_, args, line) => {
      expect(await run(settings, ...args)).toEqual({ code: 1, out: [], err: [line] });
      expect(await run(settings, ...args, '--json')).toEqual({
        code: 1,
        out: [JSON.stringify({ error: line })],
        err: [line],
      });
    });

    // Where nodes know of each other the tool is one node more, and needs no other.
    if (!HAS_REDIS) {
      it('says so when it is of another server', async () => {
        const other = { ...settings, SESSION_SECRET: 'a secret that this server does not have' };
        const { code, err } = await run(other, 'user:promote', 'ada');

        expect({ code, err }).toEqual({
          code: 1,
          err: [`The server at ${server.url} is of another DATA_DIR, or has another SESSION_SECRET.`],
        });
      });

      it('says so when the server is somewhere else', async () => {
        const { code, err } = await run({ ...settings, PORT: '1' }, 'user:promote', 'ada');

        expect({ code, err }).toEqual({
          code: 1,
          err: [
            'A server runs on this DATA_DIR, but nothing answers at http://127.0.0.1:1: set HOST and PORT as it has them.',
          ],
        });
      });
    }
  });

  describe('while no server runs', () => {
    let folder: string;
    let settings: Settings;

    beforeEach(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'parley-tool-'));
      const dataDir = path.join(folder, 'data');
      const url = `sqlite:${path.join(dataDir, 'parley.db')}`;
      settings = { DATA_DIR: dataDir, DATABASE_URL: url, REDIS_URL: '' };
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('does the same, and leaves none running', async () => {
      expect(await run(settings, 'user:create', 'ada')).toMatchObject({ code: 0, err: [] });
      expect(await run(settings, 'user:promote', 'ada')).toMatchObject({
        code: 0,
        out: ['ada is an admin now, and signs in again.'],
      });

      const server = await Server.start(settings);
      const asAda = callRoute(server.url, undefined, 'login', { username: 'ada' });
      expect(await refusalOf(asAda)).toBe('unauthenticated');
      await server.stop();
    });

    it('names a setting that it cannot use', async () => {
      const { code, err } = await run({ ...settings, PORT: 'x' }, 'user:promote', 'ada');

      expect(code).toBe(1);
      expect(err).toEqual([expect.stringMatching(/^PORT: /)]);
    });
  });

  it.each([
    [[], 1],
    [['--help'], 0],
    [['user:create', '--help'], 0],
    [['user:promote', '--help'], 0],
    [['user:demote', '--help'], 0],
    [['user:reset-password', '--help'], 0],
    [['user:create'], 1],
    [['user:create', 'ada', 'grace'], 1],
    [['user:make', 'ada'], 1],
    [['user:create', 'ada', '--loud'], 1],
  ])('explains itself: %j', async (args, expected) => {
    const { code, out, err } = await run({}, ...args);

    expect(code).toBe(expected);
    expect([...out, ...err].join('\n')).toMatch(/usage|error/i);
  });
});
