import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { migrate } from '../../src/infra/migrations/migrate.js';
import { openSqlite } from '../../src/infra/database/sqlite.js';
import { SCHEMA } from '../../src/schema.js';

describe('the database file', () => {
  let folder: string;
  let url: string;
  const opened: DataSource[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parley-sqlite-'));
    url = `sqlite:${path.join(folder, 'deep', 'parley.db')}`;
  });
  afterEach(async () => {
    for (const source of opened.splice(0)) await source.destroy();
    await rm(folder, { recursive: true });
  });

  const open = async (access: 'write' | 'read') => {
    await migrate(url, SCHEMA);
    const source = await openSqlite(url, SCHEMA.entities, access);
    opened.push(source);
    return source;
  };
  const close = async (source: DataSource) => {
    await source.destroy();
    opened.splice(opened.indexOf(source), 1);
  };
  const pragma = async (source: DataSource, name: string) => {
    const [row] = await source.query<[Record<string, unknown>]>(`PRAGMA ${name}`);
    return Object.values(row)[0];
  };
  const columnsOf = async (source: DataSource, table: string) =>
    (await source.query<{ name: string }[]>(`PRAGMA table_info(${table})`)).map(({ name }) => name);

  it('is made with its folder and the tables of every entity', async () => {
    const source = await open('write');

    const tables = await source.query<{ name: string }[]>(
      "SELECT name FROM sqlite_master WHERE type = 'table'",
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(
      [
        'attachments',
        'audit',
        'blocks',
        'connections',
        'credentials',
        'jobs',
        'members',
        'mentions',
        'messages',
        'migrations',
        'name_keys',
        'reports',
        'rooms',
        'sessions',
        'thread_followers',
        'users',
      ].sort(),
    );
  });

  it('keeps what is committed through a power cut: WAL, and every commit synced', async () => {
    const source = await open('write');

    expect(await pragma(source, 'journal_mode')).toBe('wal');
    expect(await pragma(source, 'synchronous')).toBe(2);
  });

  it('keeps rows together that belong together', async () => {
    const source = await open('write');

    expect(await pragma(source, 'foreign_keys')).toBe(1);
    const orphan = "INSERT INTO blocks (user_id, blocked_id, created_at) VALUES ('nobody', 'no one', 1)";
    await expect(source.query(orphan)).rejects.toThrow('FOREIGN KEY');
  });

  it.each(['on disk', 'in memory'])('keeps the audit log as it is, %s', async (where) => {
    if (where === 'in memory') url = 'sqlite::memory:';
    const source = await open('write');
    await source.query("INSERT INTO audit (id, at, action) VALUES ('1', 1, 'user.created')");

    for (const change of [
      'UPDATE audit SET at = 2',
      'DELETE FROM audit',
      "REPLACE INTO audit (id, at, action) VALUES ('1', 2, 'user.created')",
    ]) {
      await expect(source.query(change)).rejects.toThrow('audit is only ever added to');
    }
    expect(await source.query('SELECT id, at FROM audit')).toEqual([{ id: '1', at: 1 }]);
  });

  it('cannot be written to by the connection that reads', async () => {
    await open('write');
    const reader = await open('read');

    await expect(reader.query('DELETE FROM users')).rejects.toThrow('readonly');
  });

  it('is never altered once it is there: what somebody added or took away stays so', async () => {
    const first = await open('write');
    await first.query('ALTER TABLE users ADD COLUMN shoe_size INTEGER');
    await first.query('ALTER TABLE rooms DROP COLUMN topic');
    await close(first);

    await expect(migrate(url, SCHEMA)).rejects.toThrow('it has no rooms.topic');
    const again = await openSqlite(url, SCHEMA.entities, 'write');
    opened.push(again);

    expect(await columnsOf(again, 'users')).toContain('shoe_size');
    expect(await columnsOf(again, 'rooms')).not.toContain('topic');
  });

  it('is not mistaken for one that a crash left half made', async () => {
    const unfinished = `${url.slice('sqlite:'.length)}.new`;
    await mkdir(path.dirname(unfinished));
    await writeFile(unfinished, 'half of a schema');

    const made = await open('write');

    expect(await columnsOf(made, 'users')).toContain('username');
    await expect(stat(unfinished)).rejects.toThrow('ENOENT');
  });
});
