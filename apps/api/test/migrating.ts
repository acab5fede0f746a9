import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { EntityMetadata } from 'typeorm';
import type { Engine } from '../src/config/database-url.js';
import { insert } from '../src/infra/migrations/fill.js';
import {
  migrationsOf,
  type MigrationClass,
  type QueryRunner,
  type Schema,
} from '../src/infra/migrations/migration.js';
import { openForSchema } from '../src/infra/migrations/open-for-schema.js';
import { sumOf, tablesOf, type Row, type Value } from '../src/infra/migrations/table-rows.js';
import { SCHEMA } from '../src/schema.js';
import { isServerThere, serverDatabase, type ServerEngine } from '../src/testing/server-database.js';

const there = await Promise.all((['postgres', 'mysql'] as const).map(isServerThere));
export const SERVERS = (['postgres', 'mysql'] as const).filter((_, i) => there[i]);
export const ENGINES: Engine[] = ['sqlite', ...SERVERS];

const made: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of made.splice(0)) await drop();
});

/** The address of a database for one test, which has nothing in it; of a file there is nothing yet. */
export async function emptyDatabase(engine: Engine): Promise<string> {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-migrating-'));
    made.push(() => rm(folder, { recursive: true }));
    return `sqlite:${path.join(folder, 'parley.db')}`;
  }
  const { url, drop } = await serverDatabase(engine as ServerEngine);
  made.push(drop);
  return url;
}

/** Works on a connection to the database, behind the back of whatever is tested. */
export async function at<T>(url: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const source = await openForSchema(url, SCHEMA.entities);
  const runner = source.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

export const query = <Found>(url: string, sql: string): Promise<Found[]> =>
  at(url, (runner) => runner.manager.query<Found[]>(sql));

/** What a table lacks or has is not told alike by the engines; a query is. */
export const isThere = (url: string, table: string, column: string) =>
  query(url, `SELECT ${column} FROM ${table} WHERE 1 = 0`).then(
    () => true,
    () => false,
  );
export const namesOf = (schema: Schema, engine: Engine) =>
  migrationsOf(schema, engine).map(({ name }) => name);

/** A migration after ours, by its statements. */
export type Later = { name: string; up: string[]; down: string[] };

/** Adds columns and an index, and fills one of them from what is there. */
export const shoeSizes = (engine: Engine): Later => ({
  name: 'ShoeSizes1999999999999',
  up: [
    'ALTER TABLE messages ADD COLUMN body_length int NULL',
    'CREATE INDEX messages_by_length ON messages (body_length)',
    `UPDATE messages SET body_length = ${engine === 'sqlite' ? 'length' : 'char_length'}(body)`,
    'ALTER TABLE users ADD COLUMN shoe_size int NULL',
  ],
  down: [
    'ALTER TABLE users DROP COLUMN shoe_size',
    `DROP INDEX messages_by_length${engine === 'mysql' ? ' ON messages' : ''}`,
    'ALTER TABLE messages DROP COLUMN body_length',
  ],
});

/** Our schema with migrations after it. */
export function schemaWith(engine: Engine, ...later: Later[]): Schema {
  const classes = later.map(
    ({ name, up, down }): MigrationClass =>
      class {
        name = name;
        up = (runner: QueryRunner) => runAll(runner, up);
        down = (runner: QueryRunner) => runAll(runner, down);
      },
  );
  return {
    ...SCHEMA,
    migrations: { ...SCHEMA.migrations, [engine]: [...SCHEMA.migrations[engine], ...classes] },
  };
}

async function runAll(runner: QueryRunner, statements: string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}

const AT_ONCE = 500;

/** Rows in every table, with nulls and letters of all kinds; one refers to another of the same number. */
export const fillTables = (url: string, rows: number, messages = rows): Promise<void> =>
  at(url, async (runner) => {
    const { entityMetadatas } = runner.connection;
    for (const table of tablesOf(entityMetadatas)) {
      const entity = entityMetadatas.find(({ tableName }) => tableName === table.name)!;
      const count = table.name === 'messages' ? messages : rows;
      const numbers = Array.from({ length: count }, (_, i) => i);
      const all = numbers.map((i): Row => table.columns.map((column) => valueOf(entity, column, i, rows)));
      while (all.length > 0) await insert(runner, table, all.splice(0, AT_ONCE));
    }
  });

function valueOf(entity: EntityMetadata, name: string, i: number, rows: number): Value {
  const column = entity.columns.find(({ databaseName }) => databaseName === name)!;
  if (column.isNullable && i % 3 === 0) return null;
  const isReference = entity.foreignKeys.some(({ columnNames }) => columnNames.includes(name));
  if (isReference) return `🦆${(i % rows).toString(36)}`;
  switch (column.type) {
    case 'boolean':
      return i % 2 === 0;
    case 'int':
      return i;
    case 'bigint':
      return i === 1 ? Number.MAX_SAFE_INTEGER : 1_790_000_000_000 + i;
    case 'text':
      return JSON.stringify({ text: `Zoë's "${i}" \\ %_ 🏳️‍🌈 سلام\n`, list: [i, null, true] });
    default:
      return `🦆${i.toString(36)}`;
  }
}

/** What is in each table: how many rows, and a sum of them. */
export const contentsOf = (url: string): Promise<Record<string, string>> =>
  at(url, async (runner) => {
    const contents: Record<string, string> = {};
    for (const table of tablesOf(runner.connection.entityMetadatas)) {
      contents[table.name] = String(await sumOf(runner, table));
    }
    return contents;
  });
