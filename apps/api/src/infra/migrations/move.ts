import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { engineOf, placeOf, type Engine } from '../../config/database-url.js';
import { claimDatabase } from '../database/claim.js';
import { DatabaseInUse } from '../database/file-lock.js';
import { DatabaseNotReady } from '../database/not-ready.js';
import { engineUnder } from '../database/sql.js';
import { requireColumns } from '../database/sqlite.js';
import { reasonOf } from '../database/unreachable.js';
import { migrate, revert } from './migrate.js';
import type { Schema, Tell } from './migration.js';
import { recordedIn } from './migration-records.js';
import { refuseHalfReverted, refusePending, stateOf } from './migration-state.js';
import { isHalfFilled, markFilled, markHalfFilled } from './moving-mark.js';
import { openForSchema } from './open-for-schema.js';
import { fill } from './fill.js';
import { tablesOf } from './table-rows.js';

export type Moved = { tables: number; rows: number };

/**
 * Copies all rows of a database into another one that has none, at a server, and compares them. Both are claimed: a
 * server that runs on either is told of, and none can start meanwhile. The source stays as it is. An attempt that was
 * killed is begun anew.
 * @throws DatabaseNotReady
 */
export async function move(from: string, to: string, schema: Schema, tell: Tell): Promise<Moved> {
  if (engineOf(to) === 'sqlite')
    throw new DatabaseNotReady('Only a PostgreSQL or MariaDB server can be moved to.');
  if (placeOf(from) === placeOf(to)) throw new DatabaseNotReady(`${placeOf(to)} is what is used already.`);

  return withDatabase(from, schema, 'read', async (reading) => {
    await requireAlone(reading, placeOf(from));
    return claimed(from, async () => {
      await requireMovable(reading, schema, placeOf(from));
      return claimed(to, async () => {
        await withDatabase(to, schema, 'write', (writing) => empty(writing, to, schema, tell));
        await migrate(to, schema, { tell });
        return withDatabase(to, schema, 'write', (writing) => fillMarked(reading, writing, to, tell));
      });
    });
  });
}

async function fillMarked(
  reading: QueryRunner,
  writing: QueryRunner,
  to: string,
  tell: Tell,
): Promise<Moved> {
  await markHalfFilled(writing);
  const sums = await fill(reading, writing, tell).catch((cause: unknown) => {
    if (cause instanceof DatabaseNotReady) throw cause;
    throw new DatabaseNotReady(`Copying to ${placeOf(to)} failed: ${reasonOf(cause)}.`, { cause });
  });
  await markFilled(writing);
  return { tables: sums.length, rows: sums.reduce((rows, { count }) => rows + count, 0) };
}

/** @throws DatabaseNotReady when it is not of this version */
async function requireMovable(reading: QueryRunner, schema: Schema, place: string): Promise<void> {
  if (engineUnder(reading.manager) === 'sqlite' && (await recordedIn(reading)) === null) {
    return requireColumns(reading.connection);
  }
  const state = await stateOf(reading, schema, place);
  refuseHalfReverted(state, place);
  refusePending(state, place);
}

/** How many connections there are beside our own. */
const OTHERS: Record<Engine, string> = {
  sqlite: 'SELECT 0 AS others',
  postgres: `SELECT COUNT(*) AS others FROM pg_stat_activity
             WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  mysql: `SELECT COUNT(*) AS others FROM information_schema.processlist
          WHERE db = DATABASE() AND id <> CONNECTION_ID()`,
};
/** One that was closed a moment ago may still be listed. */
const PATIENCE_MS = 2_000;

/** Nodes that share a database over Redis do not claim it. @throws DatabaseNotReady when somebody is connected */
async function requireAlone(reading: QueryRunner, place: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await reading.manager.query<{ others: number }[]>(OTHERS[engineUnder(reading.manager)]);
    const others = Number(row!.others);
    if (others === 0) return;
    if (Date.now() > giveUpAt) {
      throw new DatabaseNotReady(
        `Somebody else works with ${place} (${others} connections). Stop every server that uses it first.`,
      );
    }
    await delay(50);
  }
}

/** Takes back what an earlier attempt left behind. @throws DatabaseNotReady when there are rows of anybody else */
async function empty(writing: QueryRunner, to: string, schema: Schema, tell: Tell): Promise<void> {
  if (await isHalfFilled(writing)) {
    tell(`An earlier attempt has stopped half way: ${placeOf(to)} is emptied first`);
    while (await revert(to, schema));
    await markFilled(writing);
    return;
  }
  const quote = (name: string) => writing.connection.driver.escape(name);
  for (const { name } of tablesOf(writing.connection.entityMetadatas)) {
    if (!(await writing.hasTable(name))) continue;
    const [row] = await writing.manager.query<unknown[]>(`SELECT 1 FROM ${quote(name)} LIMIT 1`);
    if (row) throw new DatabaseNotReady(`${placeOf(to)} has rows in ${name} already. It must be empty.`);
  }
}

async function claimed<T>(url: string, work: () => Promise<T>): Promise<T> {
  const release = await claimDatabase(url).catch((cause: unknown) => {
    if (!(cause instanceof DatabaseInUse)) throw cause;
    throw new DatabaseNotReady(
      `A server is running on ${placeOf(url)}. Stop it first: what it writes meanwhile would not come along.`,
      { cause },
    );
  });
  try {
    return await work();
  } finally {
    await release();
  }
}

async function withDatabase<T>(
  url: string,
  { entities }: Schema,
  access: 'read' | 'write',
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const source: DataSource = await openForSchema(url, entities, access);
  const runner = source.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release().catch(() => undefined);
    await source.destroy();
  }
}
