import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ColumnNames } from './column-names.js';

// Everything that only SQLite knows is in this file and in sql.ts: options, pragmas, the file's first schema.

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

/**
 * A connection to the database file, made on first use with the schema of the entities. A file that has a
 * schema is never altered here.
 */
export async function openSqlite(url: string, entities: Entities, access: Access): Promise<DataSource> {
  if (access === 'write' && !isInMemory(url)) await createFile(url, entities);

  const source = new DataSource({ ...options(url, entities, access), synchronize: isInMemory(url) });
  await source.initialize();
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
  const source = new DataSource({ ...options(`sqlite:${unfinished}`, entities, 'write'), synchronize: true });
  await source.initialize();
  await source.destroy();
  renameSync(unfinished, file);
}

/** What a failed statement or commit says of the database itself; undefined when the statement was at fault. */
export function storageFault(error: unknown): 'full' | 'busy' | undefined {
  const code = String((error as { driverError?: { code?: string } } | null)?.driverError?.code ?? '');
  if (code === 'SQLITE_FULL') return 'full';
  if (['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_LOCKED', 'SQLITE_CANTOPEN'].includes(code)) return 'busy';
  return undefined;
}
