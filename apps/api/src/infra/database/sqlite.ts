import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { guardsOf } from './append-only-sql.js';
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

/** A connection to the database file. What is in memory only has the tables of the entities at once. */
export async function openSqlite(url: string, entities: Entities, access: Access): Promise<DataSource> {
  if (access === 'write' && !isInMemory(url)) mkdirSync(path.dirname(sqlitePath(url)), { recursive: true });

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

/**
 * Makes the file with the tables of the entities, beside its place, and moves it there, so that a crash cannot leave
 * half of it. @param finish what else belongs into it
 */
export async function createFile(
  url: string,
  entities: Entities,
  finish: (source: DataSource) => Promise<void>,
): Promise<void> {
  const file = sqlitePath(url);
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const source = await new DataSource(options(`sqlite:${unfinished}`, entities, 'write')).initialize();
  await createSchema(source);
  await finish(source);
  await source.destroy();
  renameSync(unfinished, file);
}

/** The tables of the entities, and what keeps the append-only ones as they are. */
async function createSchema(source: DataSource): Promise<void> {
  await source.synchronize();
  const statements = guardsOf('sqlite', source.entityMetadatas).flatMap(({ set }) => set);
  for (const statement of statements) await source.query(statement);
}

/** A database in memory without any tables. */
export const emptyInMemory = (entities: Entities): Promise<DataSource> =>
  new DataSource(options(`sqlite:${IN_MEMORY}`, entities, 'write')).initialize();

/** Tables and their columns. */
export type Columns = Map<string, string[]>;

export async function columnsIn(source: DataSource): Promise<Columns> {
  const rows = await source.query<{ table: string; columns: string }[]>(
    `SELECT name AS "table", (SELECT json_group_array(name) FROM pragma_table_info(sqlite_master.name)) AS columns
     FROM sqlite_master WHERE type = 'table'`,
  );
  return new Map(rows.map(({ table, columns }) => [table, JSON.parse(columns) as string[]]));
}

const columnsOf = (source: DataSource): Columns =>
  new Map(
    source.entityMetadatas.map(({ tableName, columns }) => [
      tableName,
      columns.map(({ databaseName }) => databaseName),
    ]),
  );

/**
 * A file from before a column was thought of would fail at the first query, and nobody would know why.
 * @param wanted what must be there: all of the entities, unless somebody knows better
 * @throws ForeignSchema
 */
export async function requireColumns(source: DataSource, wanted = columnsOf(source)): Promise<void> {
  const found = await columnsIn(source);
  for (const [table, columns] of wanted) {
    const missing = columns.find((column) => !found.get(table)?.includes(column));
    if (!missing) continue;
    throw new ForeignSchema(
      `${String(source.options.database)} was made by an earlier version of Parley: it has no ${table}.${missing}. ` +
        'It cannot be brought up to date yet. Keep it, and set DATA_DIR to another folder.',
    );
  }
}
