import type { DataSource, QueryRunner } from 'typeorm';
import { engineOf, placeOf } from '../../config/database-url.js';
import { DatabaseNotReady } from '../database/not-ready.js';
import type { Schema, Tell } from './migration.js';
import { migrateFile, revertFile } from './migrate-file.js';
import { Lease, LEASE_MS } from './migration-lease.js';
import { makeRecords } from './migration-records.js';
import {
  refuseHalfReverted,
  refusePending,
  requireNoTables,
  stateOf,
  type State,
} from './migration-state.js';
import { refuseHalfFilled } from './moving-mark.js';
import { openForSchema } from './open-for-schema.js';
import { runMigration } from './run-migration.js';

/** `auto` runs what is pending, `check` refuses to go on without it. `tell` gets a line for whatever is done. */
export type MigrateOptions = { mode?: 'auto' | 'check'; tell?: Tell; leaseMs?: number };

/**
 * Brings a database to the state of this version: makes the tables of an empty one, and runs the migrations that an
 * earlier version does not have. Of several nodes one does so while the others wait. A SQLite file must be claimed.
 * @returns the migrations that it ran
 * @throws DatabaseNotReady, ForeignSchema
 */
export async function migrate(
  url: string,
  schema: Schema,
  { mode = 'auto', tell = () => undefined, leaseMs = LEASE_MS }: MigrateOptions = {},
): Promise<string[]> {
  if (engineOf(url) === 'sqlite') return migrateFile(url, schema, mode, tell);

  return atServer(url, schema, async (source, runner) => {
    const place = placeOf(url);
    const check = async (state: State) => {
      refuseHalfReverted(state, place);
      await refuseHalfFilled(runner, place);
    };
    const before = await stateOf(runner, schema, place);
    await check(before);
    if (before.pending.length === 0) return [];
    if (mode === 'check') refusePending(before, place);

    return underLease(source, { place, tell, leaseMs }, async (lease) => {
      const state = await stateOf(runner, schema, place);
      await check(state);
      await requireNoTables(runner, state, place);
      await makeRecords(runner);
      for (const migration of state.pending)
        await runMigration(runner, migration, 'up', { lease, place, tell });
      return state.pending.map(({ name }) => name);
    });
  });
}

/**
 * Takes the latest migration back. @returns its name, or null when there is none
 * @throws DatabaseNotReady
 */
export async function revert(
  url: string,
  schema: Schema,
  { tell = () => undefined, leaseMs = LEASE_MS }: Omit<MigrateOptions, 'mode'> = {},
): Promise<string | null> {
  if (engineOf(url) === 'sqlite') return revertFile(url, schema, tell);

  return atServer(url, schema, (source, runner) => {
    const place = placeOf(url);
    return underLease(source, { place, tell, leaseMs }, async (lease) => {
      const { done, progress } = await stateOf(runner, schema, place);
      if (progress?.direction === 'up') {
        throw new DatabaseNotReady(
          `${place} is half way through ${progress.name}. Run "npm run migration:run" to the end first.`,
        );
      }
      const latest = done.at(-1);
      if (!latest) return null;
      await runMigration(runner, latest, 'down', { lease, place, tell });
      return latest.name;
    });
  });
}

async function atServer<T>(
  url: string,
  { entities }: Schema,
  work: (source: DataSource, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const source = await openForSchema(url, entities);
  const runner = source.createQueryRunner();
  try {
    return await work(source, runner);
  } finally {
    await runner.release().catch(() => undefined);
    await source.destroy();
  }
}

async function underLease<T>(
  source: DataSource,
  { place, tell, leaseMs }: { place: string; tell: Tell; leaseMs: number },
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  const onWait = () => tell(`Another node runs the migrations of ${place}: waiting`);
  const lease = await Lease.take(source, leaseMs, onWait);
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}
