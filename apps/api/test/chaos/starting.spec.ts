import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { Device } from './device.js';
import { newFolder, newNode, type Node } from './node.js';
import { signIn } from './sign-in.js';
import { changeFile, queryFile } from './stored.js';

const LIMIT_MS = 60_000;

/** What a process that refuses to start says, and how it ends. */
async function refusalOf(node: Node) {
  node.launch();
  const { code } = await node.exit;
  return { code, lines: node.output.trimEnd().split('\n') };
}

describe('A start that cannot succeed', () => {
  it(
    'tells of a busy port in one line and ends with 1',
    async () => {
      const node = await newNode();
      await node.start();

      const second = await newNode({ port: node.port });

      expect(await refusalOf(second)).toEqual({
        code: 1,
        lines: [`Port ${node.port} is already in use. Stop what uses it, or set PORT to another one.`],
      });
    },
    LIMIT_MS,
  );

  it(
    'tells that another server has the folder, on whatever port, in one line',
    async () => {
      const node = await newNode();
      await node.start();

      const second = await newNode({ dataDir: node.dataDir });

      expect(await refusalOf(second)).toEqual({
        code: 1,
        lines: [
          `Another server is running on ${node.databaseFile}. Stop it, or set DATA_DIR to another folder.`,
        ],
      });
    },
    LIMIT_MS,
  );

  it(
    'tells that the database is of another version, in one line, and leaves it as it is',
    async () => {
      const node = await newNode();
      await node.start();
      await node.kill();
      await changeFile(node.databaseFile, 'ALTER TABLE messages DROP COLUMN edited_at');
      const before = await readFile(node.databaseFile);

      expect(await refusalOf(node)).toEqual({
        code: 1,
        lines: [
          `${node.databaseFile} was made by an earlier version of Parley: it has no messages.edited_at. ` +
            'It cannot be brought up to date yet. Keep it, and set DATA_DIR to another folder.',
        ],
      });
      expect(await readFile(node.databaseFile)).toEqual(before);
    },
    LIMIT_MS,
  );

  it(
    'leaves a server that runs on the same folder and port as it is',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      const tab = new Device(node, ada, "ada's tab", []);
      await until('ada to be online', () => tab.isOnline);
      const state = () =>
        Promise.all([
          queryFile(node.databaseFile, 'SELECT * FROM connections'),
          queryFile(node.databaseFile, 'SELECT * FROM users'),
        ]);
      const before = await state();

      const { code } = await refusalOf(await newNode({ port: node.port, dataDir: node.dataDir }));

      expect(code).toBe(1);
      expect(before[0]).toHaveLength(1);
      expect(await state()).toEqual(before);
      expect(tab.isOnline).toBe(true);
    },
    LIMIT_MS,
  );

  it(
    'names each setting that cannot be used in a line of its own and ends with 1',
    async () => {
      const settings = {
        PORT: 'many',
        LOG_LEVEL: 'loud',
        SESSION_SECRET: 'short',
        SESSION_TTL: 'soon',
        DATABASE_URL: 'oracle:x',
        ALLOWED_ORIGINS: 'https://fine.example,nonsense',
        AUTH_MODE: 'closed',
        TRUSTED_PROXIES: 'everybody',
        RATE_LIMIT_MESSAGES: 'many',
        RATE_LIMIT_LOGIN: '0/1m',
        RATE_LIMIT_HTTP: '1200',
        MAX_MESSAGE_LENGTH: '0',
      };

      const { code, lines } = await refusalOf(await newNode({ settings }));

      expect(code).toBe(1);
      expect(lines.map((line) => /^\w+/.exec(line)?.[0]).sort()).toEqual(Object.keys(settings).sort());
    },
    LIMIT_MS,
  );

  it(
    'says in one line that its folder is a file and ends with 1',
    async () => {
      const file = path.join(await newFolder(), 'taken');
      await writeFile(file, '');

      const { code, lines } = await refusalOf(await newNode({ dataDir: file }));

      expect(code).toBe(1);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(file);
    },
    LIMIT_MS,
  );
});

describe('The folder of a server', () => {
  it(
    'may have spaces and other letters in its path, and is made with all above it',
    async () => {
      const dataDir = path.join(await newFolder(), "Ada's papers", 'données 100%', 'parley?');
      const node = await newNode({ dataDir });
      await node.start();
      const { user } = await signIn(node, 'ada');

      expect(await queryFile(node.databaseFile, 'SELECT id FROM users')).toEqual([{ id: user.id }]);
    },
    LIMIT_MS,
  );

  it(
    'keeps the key of its sessions to itself and over a restart',
    async () => {
      const node = await newNode();
      await node.start();
      const { user, token } = await signIn(node, 'ada');
      const secrets = path.join(node.dataDir, 'secrets.json');
      const key = await readFile(secrets, 'utf8');

      await node.kill();
      await node.start();

      expect((await stat(secrets)).mode & 0o777).toBe(0o600);
      expect(await readFile(secrets, 'utf8')).toBe(key);
      expect(await callRoute(node.url, token, 'me', {})).toMatchObject({ id: user.id });
    },
    LIMIT_MS,
  );
});

describe('A supervisor that dies', () => {
  it.each([0, 400])(
    'takes the server with it, also %i ms into its start',
    async (ms) => {
      const node = await newNode();
      node.launch();
      await new Promise((resolve) => setTimeout(resolve, ms));
      node.closeChannel();

      expect((await node.exit).signal).toBeNull();
      expect(node.hasEnded).toBe(true);
    },
    LIMIT_MS,
  );
});
