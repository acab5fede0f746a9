import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { isAppendOnly } from './append-only.js';
import { ColumnNames } from './column-names.js';

// Everything that only SQLite knows is in this file, in sql.ts and in faults.ts: options, pragmas, the file's first schema.

type Entities = NonNullable<DataSourceOptions['entities']>;
type Access = 'write' | 'read';

const IN_MEMORY = ':memory:';

/** `sqlite:./data/parley.db` → the file's path; `:memory:` stays what it is. */
export const sqlitePath = (url: string): string => url.slice('sqlite:'.length);
export const isInMemory = (url: string): boolean => sqlitePath(url) === IN_MEMORY;

// The driver turns on stack traces for every statement through `verbose()`; they cost a quarter of each call.
const driver = { ...sqlite3, verbose: () => sqlite3 };

const options = (url: string, entities: Entities, access: Access): DataSourceOptions => ({
  type: 'sqlite',
  driver,
  database: sqlitePath(url),
  entities,
  namingStrategy: new ColumnNames(),
  ...(access === 'read' && { flags: sqlite3.OPEN_READONLY }),
});

/** The database file was made for other entities than these. */
export class ForeignSchema extends Error {}

/**
 * A connection to the database file, made on first use with the schema of the entities. A file that has a
 * schema is never altered here: see `requireSchema`.
 */
export async function openSqlite(url: string, entities: Entities, access: Access): Promise<DataSource> {
  if (access === 'write' && !isInMemory(url)) await createFile(url, entities);

  const source = await new DataSource(options(url, entities, access)).initialize();
  if (isInMemory(url)) await createSchema(source);
  const pragma = (statement: string) => source.query(`PRAGMA ${statement}`);
  await pragma('busy_timeout = 5000');
  await pragma('cache_size = -65536');
  if (access === 'write') {
    await pragma('journal_mode = WAL');
    // Every commit waits for the disk: what was acked survives a power cut (NORMAL would not sync per commit).
    await pragma('synchronous = FULL');
  }
  return source;
}

/** Builds the schema beside its place and moves it there, so that a crash cannot leave half of one. */
async function createFile(url: string, entities: Entities): Promise<void> {
  const file = sqlitePath(url);
  if (existsSync(file)) return;

  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const source = await new DataSource(options(`sqlite:${unfinished}`, entities, 'write')).initialize();
  await createSchema(source);
  await source.destroy();
  renameSync(unfinished, file);
}

/** The tables of the entities, and what keeps the append-only ones as they are. */
async function createSchema(source: DataSource): Promise<void> {
  await source.synchronize();
  const tables = source.entityMetadatas.filter(({ target }) => isAppendOnly(target));
  for (const { tableName, primaryColumns } of tables) {
    const isThere = primaryColumns.map(({ databaseName: name }) => `${name} = NEW.${name}`).join(' AND ');
    for (const [change, when] of [
      ['UPDATE', ''],
      ['DELETE', ''],
      // INSERT OR REPLACE removes a row without a word to the trigger above.
      ['INSERT', `WHEN EXISTS (SELECT 1 FROM ${tableName} WHERE ${isThere})`],
    ] as const) {
      await source.query(
        `CREATE TRIGGER ${tableName}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${tableName} ${when}
         BEGIN SELECT RAISE(ABORT, '${tableName} is only ever added to'); END`,
      );
    }
  }
}

/**
 * A file from before a column was thought of would fail at the first query, and nobody would know why. A file that
 * is not there yet is fine.
 * @throws ForeignSchema
 */
export async function requireSchema(url: string, entities: Entities): Promise<void> {
  if (isInMemory(url) || !existsSync(sqlitePath(url))) return;
  const source = await new DataSource(options(url, entities, 'read')).initialize();
  try {
    for (const { tableName, columns } of source.entityMetadatas) {
      const found = await source.query<{ name: string }[]>('SELECT name FROM pragma_table_info(?)', [
        tableName,
      ]);
      const missing = columns.find(({ databaseName }) => !found.some(({ name }) => name === databaseName));
      if (!missing) continue;
      throw new ForeignSchema(
        `${sqlitePath(url)} was made by an earlier version of Parley: it has no ${tableName}.${missing.databaseName}. ` +
          'It cannot be brought up to date yet. Keep it, and set DATA_DIR to another folder.',
      );
    }
  } finally {
    await source.destroy();
  }
}
