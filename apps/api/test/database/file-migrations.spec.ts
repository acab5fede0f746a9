import { existsSync } from 'node:fs';
import { migrate, revert } from '../../src/infra/migrations/migrate.js';
import { openSqlite } from '../../src/infra/database/sqlite.js';
import { SCHEMA } from '../../src/schema.js';
import {
  at,
  contentsOf,
  emptyDatabase,
  fillTables,
  isThere,
  namesOf,
  query,
  schemaWith,
  shoeSizes,
} from '../migrating.js';

describe('a database file', () => {
  const later = schemaWith('sqlite', shoeSizes('sqlite'));
  let url: string;
  let file: string;
  beforeEach(async () => {
    url = await emptyDatabase('sqlite');
    file = url.slice('sqlite:'.length);
    await migrate(url, SCHEMA);
  });

  it('is copied before it is migrated, with what is in its WAL alone', async () => {
    const writer = await openSqlite(url, SCHEMA.entities, 'write');
    try {
      await writer.query('PRAGMA wal_autocheckpoint = 0');
      await writer.query("INSERT INTO audit (id, at, action) VALUES ('1', 1, 'user.created')");
      await migrate(url, later);
    } finally {
      await writer.destroy();
    }

    const copy = `sqlite:${file}.before-ShoeSizes1999999999999`;
    expect((await contentsOf(copy))['audit']).toMatch(/^1 rows/);
    expect(await isThere(copy, 'users', 'shoe_size')).toBe(false);
    expect(await isThere(url, 'users', 'shoe_size')).toBe(true);
  });

  it('is not copied when there is nothing to do', async () => {
    await migrate(url, SCHEMA);

    expect(existsSync(`${file}.before-${namesOf(SCHEMA, 'sqlite')[0]}`)).toBe(false);
  });

  it('of the time before migrations counts as at the first of them', async () => {
    const [, ...further] = namesOf(later, 'sqlite');
    for (let i = 1; i < further.length; i++) await revert(url, SCHEMA);
    await query(url, 'DROP TABLE migrations');

    expect(await migrate(url, later)).toEqual(further);
    expect(await query(url, 'SELECT name FROM migrations ORDER BY id')).toEqual(
      namesOf(later, 'sqlite').map((name) => ({ name })),
    );
  });

  it('of that time which lacks something is left as it is', async () => {
    await query(url, 'DROP TABLE migrations');
    await query(url, 'ALTER TABLE rooms DROP COLUMN topic');

    await expect(migrate(url, later)).rejects.toThrow('it has no rooms.topic');
    expect(await isThere(url, 'migrations', 'name')).toBe(false);
  });

  it('keeps what refers to a table that is made anew, and refuses to lose a row that is referred to', async () => {
    await fillTables(url, 20);
    const before = await contentsOf(url);
    const anew = (where: string) => [
      `CREATE TABLE rooms_anew AS SELECT * FROM rooms ${where}`,
      'DROP TABLE rooms',
      'ALTER TABLE rooms_anew RENAME TO rooms',
      'CREATE UNIQUE INDEX rooms_ids ON rooms (id)',
    ];
    const losing = { name: 'Losing1999999999999', up: anew('LIMIT 3'), down: [] };
    const keeping = { name: 'Keeping1999999999999', up: anew(''), down: [] };

    await expect(migrate(url, schemaWith('sqlite', losing))).rejects.toThrow('without its row of rooms');
    expect(await contentsOf(url)).toEqual(before);
    expect(await migrate(url, schemaWith('sqlite', keeping))).toEqual(['Keeping1999999999999']);
    expect(await contentsOf(url)).toEqual(before);
    await at(url, async (runner) => {
      await expect(
        runner.query("INSERT INTO blocks (user_id, blocked_id, created_at) VALUES ('no', 'no', 1)"),
      ).rejects.toThrow('FOREIGN KEY');
    });
  });
});
