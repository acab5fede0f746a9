import type { QueryRunner } from 'typeorm';
import type { Engine } from '../../config/database-url.js';
import { DatabaseNotReady } from '../database/not-ready.js';
import { engineUnder } from '../database/sql.js';
import { migrationsOf, type Migration, type Schema } from './migration.js';
import { progressIn, type Progress } from './migration-progress.js';
import { recordedIn } from './migration-records.js';

/** Where a database stands. */
export type State = { done: Migration[]; pending: Migration[]; progress: Progress | null };

/** @throws DatabaseNotReady when it is not a database of this version or an earlier one */
export async function stateOf(runner: QueryRunner, schema: Schema, place: string): Promise<State> {
  const engine: Engine = engineUnder(runner.manager);
  const migrations = migrationsOf(schema, engine);
  const recorded = (await recordedIn(runner)) ?? [];
  const progress = await progressIn(runner);

  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...recorded, ...(progress ? [progress.name] : [])].find((name) => !known.has(name));
  if (unknown) {
    throw new DatabaseNotReady(
      `${place} belongs to a newer version of Parley: ${unknown} is unknown here. Start that version.`,
    );
  }
  const has = new Set(recorded);
  return {
    done: migrations.filter(({ name }) => has.has(name)),
    pending: migrations.filter(({ name }) => !has.has(name)),
    progress,
  };
}

/**
 * Nobody's tables are taken for ours.
 * @throws DatabaseNotReady when a database without any record of ours has a table that we would make
 */
export async function requireNoTables(runner: QueryRunner, { done, progress }: State, place: string) {
  if (done.length > 0 || progress) return;
  for (const { tableName } of runner.connection.entityMetadatas) {
    if (!(await runner.hasTable(tableName))) continue;
    throw new DatabaseNotReady(
      `${place} has a table ${tableName} that no migration of Parley made. Set DATABASE_URL to an empty database.`,
    );
  }
}

/** @throws DatabaseNotReady */
export function refuseHalfReverted({ progress }: State, place: string): void {
  if (progress?.direction !== 'down') return;
  throw new DatabaseNotReady(
    `${place} is half way back from ${progress.name}. Run "npm run migration:revert" to the end first.`,
  );
}

/** @throws DatabaseNotReady */
export function refusePending({ pending }: Pick<State, 'pending'>, place: string): void {
  if (pending.length === 0) return;
  const names = pending.map(({ name }) => name).join(', ');
  throw new DatabaseNotReady(
    `${place} is not up to date: ${names} pending. Run "npm run migration:run", or set MIGRATE=auto.`,
  );
}
