import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { differenceAt } from '../../src/infra/migrations/difference.js';
import { migrate } from '../../src/infra/migrations/migrate.js';
import { SCHEMA } from '../../src/schema.js';
import {
  contentsOf,
  emptyDatabase,
  ENGINES,
  fillTables,
  namesOf,
  query,
  SERVERS,
  shoeSizes,
  type Later,
} from '../migrating.js';
import { newNode } from './node.js';

const LIMIT_MS = 240_000;
const MIGRATING = fileURLToPath(new URL('migrating.mjs', import.meta.url));

type Given = {
  url: string;
  engine: string;
  later?: Later;
  direction?: 'up' | 'down';
  to?: string;
  dieAt?: { sql: string; when: 'before' | 'after' };
};

/** A process that migrates, and dies where it is told to. */
async function migrating(given: Given) {
  const child = spawn(process.execPath, [MIGRATING, JSON.stringify(given)]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += String(text)));
  child.stderr.on('data', (text) => (said.err += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal === null) throw new Error(said.err);
  return { signal, done: said.out === '' ? null : (JSON.parse(said.out) as unknown[]) };
}

const KILLED = { signal: 'SIGKILL', done: null };
const MOMENTS = ['before', 'after'] as const;

describe.each(ENGINES)('R20 · a migration of %s that is killed', (engine) => {
  const later = shoeSizes(engine);
  const finished = { signal: null, done: [later.name] };

  it(
    'is finished by the next start, at whatever statement it died; and so is taking it back',
    async () => {
      const url = await emptyDatabase(engine);
      await migrate(url, SCHEMA);
      await fillTables(url, 50);
      const before = await contentsOf(url);
      const given = { url, engine, later };
      const filled = async () =>
        query<{ filled: number }>(
          url,
          'SELECT COUNT(body_length) AS filled, COUNT(shoe_size) AS none FROM messages, users',
        );

      // Where each statement is stored at once all of them are tried, elsewhere the last.
      const ups = engine === 'mysql' ? later.up : later.up.slice(-1);
      const downs = engine === 'mysql' ? later.down : later.down.slice(-1);
      const deaths = Math.max(ups.length, downs.length);
      for (const when of MOMENTS) {
        for (let i = 0; i < deaths; i++) {
          const up = { sql: ups[i % ups.length]!, when };
          const down = { sql: downs[i % downs.length]!, when };

          expect(await migrating({ ...given, dieAt: up })).toEqual(KILLED);
          expect(await migrating(given)).toEqual(finished);
          expect(Number((await filled())[0]!.filled)).toBe(50 * 50);
          expect(await contentsOf(url)).toEqual(before);

          expect(await migrating({ ...given, direction: 'down', dieAt: down })).toEqual(KILLED);
          expect(await migrating({ ...given, direction: 'down' })).toEqual(finished);
          await expect(filled()).rejects.toThrow(/body_length/);
          expect(await contentsOf(url)).toEqual(before);
        }
      }
    },
    LIMIT_MS,
  );

  it(
    'leaves the first tables to be made to the end',
    async () => {
      const quote = engine === 'mysql' ? '`' : '"';
      const begun = ['messages', 'users', 'reports'].map((table) => `CREATE TABLE ${quote}${table}${quote}`);
      const last = ['CREATE TRIGGER audit_refuses'];
      // A new file is made beside its place: what was killed there is of no matter to anybody (torn-start.spec).
      if (engine === 'sqlite') return;
      for (const sql of engine === 'mysql' ? [...begun, 'ALTER TABLE `blocks` ADD', ...last] : last) {
        const url = await emptyDatabase(engine);
        expect(await migrating({ url, engine, dieAt: { sql, when: 'after' } })).toEqual(KILLED);
        expect((await migrating({ url, engine })).done).toEqual(namesOf(SCHEMA, engine));
        expect(await differenceAt(url, SCHEMA)).toBeNull();
        await query(url, "INSERT INTO audit (id, at, action) VALUES ('1', 1, 'user.created')");
        await expect(query(url, 'DELETE FROM audit')).rejects.toThrow('only ever added to');
      }
    },
    LIMIT_MS,
  );
});

describe.each(SERVERS)('a node at %s', (engine) => {
  it(
    'and another that starts with it run each migration once, in processes of their own',
    async () => {
      const url = await emptyDatabase(engine);
      const given = { url, engine, later: shoeSizes(engine) };

      const both = await Promise.all([migrating(given), migrating(given)]);

      const all = namesOf(SCHEMA, engine).length + 1;
      expect(both.map(({ done }) => done!.length).sort()).toEqual([0, all]);
      expect(await query(url, 'SELECT name FROM migrations')).toHaveLength(all);
    },
    LIMIT_MS,
  );

  it(
    'starts on an empty database, and refuses with a line where migrations are only checked',
    async () => {
      const DATABASE_URL = await emptyDatabase(engine);
      const checking = await newNode({ settings: { DATABASE_URL, MIGRATE: 'check' } });
      checking.launch();
      expect((await checking.exit).code).toBe(1);
      expect(checking.output).toMatch(/^\w+:\/\/\S+ is not up to date: Initial\d+.* pending\. [^\n]*\n$/);

      await (await newNode({ settings: { DATABASE_URL } })).start();
      expect(await query(DATABASE_URL, 'SELECT name FROM migrations')).toHaveLength(
        namesOf(SCHEMA, engine).length,
      );
    },
    LIMIT_MS,
  );
});

describe.each(SERVERS)('moving to %s', (engine) => {
  it(
    'is begun anew after a kill, by itself alone',
    async () => {
      const url = await emptyDatabase('sqlite');
      await migrate(url, SCHEMA);
      await fillTables(url, 600);
      const to = await emptyDatabase(engine);
      const quote = engine === 'mysql' ? '`' : '"';
      const given = { url, engine, to };

      for (const table of ['users', 'messages']) {
        const sql = `INSERT INTO ${quote}${table}${quote}`;
        expect(await migrating({ ...given, dieAt: { sql, when: 'after' } })).toEqual(KILLED);
        await expect(migrate(to, SCHEMA)).rejects.toThrow('has been filled by half');
      }
      const tables = (SCHEMA.entities as unknown[]).length;
      expect((await migrating(given)).done).toEqual([{ tables, rows: tables * 600 }]);
      expect(await contentsOf(to)).toEqual(await contentsOf(url));
      expect(await migrate(to, SCHEMA)).toEqual([]);
    },
    LIMIT_MS,
  );
});

describe('A database server that does not answer', () => {
  it.each(['postgres', 'mysql'])(
    'at %s:// is named in one line, without the password',
    async (scheme) => {
      const node = await newNode({ settings: { DATABASE_URL: `${scheme}://ada:secret@127.0.0.1:9/parley` } });
      node.launch();

      expect((await node.exit).code).toBe(1);
      expect(node.output).toBe(
        `The database ${scheme}://127.0.0.1:9/parley cannot be used: connect ECONNREFUSED 127.0.0.1:9.\n`,
      );
    },
    LIMIT_MS,
  );
});
