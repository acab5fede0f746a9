import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EntitySchema } from 'typeorm';
import { writeMigration } from '../../src/cli/write-migration.js';
import { differenceAt } from '../../src/infra/migrations/difference.js';
import { migrate, revert } from '../../src/infra/migrations/migrate.js';
import { SCHEMA } from '../../src/schema.js';
import {
  contentsOf,
  emptyDatabase,
  ENGINES,
  fillTables,
  isThere,
  namesOf,
  query,
  schemaWith,
  SERVERS,
  shoeSizes,
} from '../migrating.js';

const LIMIT_MS = 120_000;

describe.each(ENGINES)('migrations of %s', (engine) => {
  const later = schemaWith(engine, shoeSizes(engine));
  let url: string;
  beforeEach(async () => {
    url = await emptyDatabase(engine);
  });

  it(
    'up, down and up again leave 10,000 messages and all else as they were',
    async () => {
      await migrate(url, SCHEMA);
      await fillTables(url, 500, 10_000);
      const before = await contentsOf(url);
      expect(before['messages']).toMatch(/^10000 rows/);

      for (let round = 1; round <= 2; round++) {
        expect(await migrate(url, later)).toEqual(['ShoeSizes1999999999999']);
        const [{ filled }] = (await query<{ filled: number }>(
          url,
          'SELECT COUNT(body_length) AS filled FROM messages',
        )) as [{ filled: number }];
        expect(Number(filled)).toBe(10_000);
        expect(await contentsOf(url)).toEqual(before);
        if (round === 2) break;

        expect(await revert(url, later)).toBe('ShoeSizes1999999999999');
        expect(await isThere(url, 'users', 'shoe_size')).toBe(false);
        expect(await contentsOf(url)).toEqual(before);
      }
    },
    LIMIT_MS,
  );

  it(
    'make what the entities say, and take it away again',
    async () => {
      await migrate(url, SCHEMA);
      expect(await differenceAt(url, SCHEMA)).toBeNull();

      const reverted = [];
      for (let last; (last = await revert(url, SCHEMA));) reverted.push(last);
      expect(reverted).toEqual(namesOf(SCHEMA, engine).toReversed());
      expect(await isThere(url, 'users', 'id')).toBe(false);
      expect(await isThere(url, 'audit', 'id')).toBe(false);

      expect(await migrate(url, SCHEMA)).toEqual(namesOf(SCHEMA, engine));
      expect(await differenceAt(url, SCHEMA)).toBeNull();
    },
    LIMIT_MS,
  );

  it('keep the audit log as it is', async () => {
    await migrate(url, SCHEMA);
    while (await revert(url, SCHEMA));
    await migrate(url, SCHEMA);
    await query(url, "INSERT INTO audit (id, at, action) VALUES ('1', 1, 'user.created')");

    const replacing =
      engine === 'postgres'
        ? "INSERT INTO audit (id, at, action) VALUES ('1', 2, 'x') ON CONFLICT (id) DO UPDATE SET at = 2"
        : "REPLACE INTO audit (id, at, action) VALUES ('1', 2, 'x')";
    for (const change of ['UPDATE audit SET at = 2', 'DELETE FROM audit', replacing]) {
      await expect(query(url, change)).rejects.toThrow('audit is only ever added to');
    }
    expect((await contentsOf(url))['audit']).toMatch(/^1 rows/);
  });

  it('that are pending are named, and not run, where they are only checked', async () => {
    await migrate(url, SCHEMA);

    await expect(migrate(url, later, { mode: 'check' })).rejects.toThrow(
      /: ShoeSizes1999999999999 pending\. /,
    );
    expect(await isThere(url, 'users', 'shoe_size')).toBe(false);
    expect(await migrate(url, SCHEMA, { mode: 'check' })).toEqual([]);
  });

  it('of a newer version are not touched by this one', async () => {
    await migrate(url, SCHEMA);
    await migrate(url, later);

    await expect(migrate(url, SCHEMA)).rejects.toThrow(
      /belongs to a newer version of Parley: ShoeSizes1999999999999 is unknown here/,
    );
    await expect(revert(url, SCHEMA)).rejects.toThrow('newer version');
    expect(await isThere(url, 'users', 'shoe_size')).toBe(true);
  });

  it('that fail say why in a line, and go on once they can', async () => {
    await migrate(url, SCHEMA);
    await fillTables(url, 5);
    const before = await contentsOf(url);
    const sizes = shoeSizes(engine);
    const failing = { ...sizes, up: [...sizes.up.slice(0, 2), 'CREATE NONSENSE', ...sizes.up.slice(2)] };

    for (let attempt = 1; attempt <= 2; attempt++) {
      await expect(migrate(url, schemaWith(engine, failing))).rejects.toThrow(
        /^ShoeSizes1999999999999 failed on [^\n]*parley[^\n]*: [^\n]*NONSENSE[^\n]*$/,
      );
    }
    expect(await isThere(url, 'messages', 'body_length')).toBe(engine === 'mysql');
    expect(await migrate(url, later)).toEqual(['ShoeSizes1999999999999']);
    expect(await contentsOf(url)).toEqual(before);
  });

  it('are written by comparing the entities with the database', async () => {
    await migrate(url, SCHEMA);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-written-'));
    await mkdir(path.join(folder, engine));
    try {
      expect(await writeMigration(url, SCHEMA, 'Nothing', folder)).toBeNull();
      await expect(writeMigration(url, later, 'TooEarly', folder)).rejects.toThrow('pending');

      const shoes = new EntitySchema({ name: 'shoes', columns: { size: { type: 'int', primary: true } } });
      const wider = { ...SCHEMA, entities: [...(SCHEMA.entities as []), shoes] };
      const file = (await writeMigration(url, wider, 'add-shoes', folder))!;

      expect(path.basename(file)).toMatch(/^\d{13}-AddShoes\.ts$/);
      const text = await readFile(file, 'utf8');
      expect(text).toMatch(/up\(.*CREATE TABLE .shoes.*down\(.*DROP TABLE .shoes/s);
      const name = /class (AddShoes\d{13}) /.exec(text)![1];
      expect(await readFile(path.join(folder, engine, 'index.ts'), 'utf8')).toContain(`default [${name}];`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe.each(SERVERS)('nodes that start together at %s', (engine) => {
  it(
    'run each migration once',
    async () => {
      const url = await emptyDatabase(engine);
      const later = schemaWith(engine, shoeSizes(engine));

      const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(url, later, { leaseMs: 2_000 })));

      expect(ran.flat()).toEqual(namesOf(later, engine));
      const recorded = await query<{ name: string }>(url, 'SELECT name FROM migrations ORDER BY id');
      expect(recorded.map(({ name }) => name)).toEqual(namesOf(later, engine));
    },
    LIMIT_MS,
  );

  it(
    'wait for whoever has the lease, and no longer than it lives',
    async () => {
      const url = await emptyDatabase(engine);
      await migrate(url, SCHEMA, { leaseMs: 2_000 });
      const soon = engine === 'postgres' ? 'extract(epoch FROM now())' : 'UNIX_TIMESTAMP()';
      await query(url, `UPDATE migration_lease SET owner = 'dead', expires_at = (${soon} + 3) * 1000`);
      const told: string[] = [];

      const ran = migrate(url, schemaWith(engine, shoeSizes(engine)), { tell: (line) => told.push(line) });

      expect(await ran).toEqual(['ShoeSizes1999999999999']);
      expect(told[0]).toMatch(/^Another node runs the migrations of .*: waiting$/);
    },
    LIMIT_MS,
  );

  it('store nothing more once another has the lease', async () => {
    const url = await emptyDatabase(engine);
    await migrate(url, SCHEMA);
    const theft = "UPDATE migration_lease SET owner = 'thief', expires_at = 9999999999999";
    const { name, down } = shoeSizes(engine);

    await expect(migrate(url, schemaWith(engine, { name, up: [theft], down }))).rejects.toThrow(
      'Another node has gone on with the migrations',
    );
    expect(await query(url, 'SELECT name FROM migrations')).toHaveLength(namesOf(SCHEMA, engine).length);
  });

  it('do not take the tables of anybody else for ours', async () => {
    const url = await emptyDatabase(engine);
    await query(url, 'CREATE TABLE users (name int)');

    await expect(migrate(url, SCHEMA)).rejects.toThrow(/has a table users that no migration of Parley made/);
    expect(await isThere(url, 'rooms', 'id')).toBe(false);
  });
});

describe('tables at MariaDB', () => {
  const [engine] = SERVERS.filter((name) => name === 'mysql');
  (engine ? it : it.skip)('compare texts by their bytes, whatever the database was made with', async () => {
    const url = await emptyDatabase('mysql');
    await query(url, 'ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_swedish_ci');
    await migrate(url, SCHEMA);

    const tables = await query<{ name: string; collation: string }>(
      url,
      'SELECT table_name AS name, table_collation AS collation FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    const ours = tables.filter(({ name }) => !/^migration/.test(name));
    expect(ours).toHaveLength((SCHEMA.entities as unknown[]).length);
    expect(new Set(ours.map(({ collation }) => collation))).toEqual(new Set(['utf8mb4_bin']));
  });
});
