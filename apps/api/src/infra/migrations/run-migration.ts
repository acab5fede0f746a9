import type { EntityManager, QueryRunner } from 'typeorm';
import { DatabaseNotReady } from '../database/not-ready.js';
import { engineUnder } from '../database/sql.js';
import { reasonOf } from '../database/unreachable.js';
import type { Migration, Tell } from './migration.js';
import type { Lease } from './migration-lease.js';
import type { Direction } from './migration-progress.js';
import { forget, record } from './migration-records.js';
import { runStepByStep } from './step-by-step.js';

/** @param lease null where one process has the database */
type Circumstances = { lease: Lease | null; place: string; tell: Tell };

/** Runs one migration, or takes it back, and records that. @throws DatabaseNotReady with the reason in one line */
export async function runMigration(
  runner: QueryRunner,
  migration: Migration,
  direction: Direction,
  { lease, place, tell }: Circumstances,
): Promise<void> {
  const isStepByStep = engineUnder(runner.manager) === 'mysql';
  try {
    await (isStepByStep ? runStepByStep : runAsOne)(runner, migration, direction, lease);
  } catch (cause) {
    if (cause instanceof DatabaseNotReady) throw cause;
    const deed = direction === 'up' ? migration.name : `Taking ${migration.name} back`;
    const rest = isStepByStep ? 'The next attempt goes on where it stopped' : 'Nothing of it is stored';
    throw new DatabaseNotReady(`${deed} failed on ${place}: ${reasonOf(cause)}. ${rest}.`, { cause });
  }
  tell(`${migration.name} is ${direction === 'up' ? 'done' : 'taken back'} on ${place}`);
}

/** In one transaction with its record. */
async function runAsOne(
  runner: QueryRunner,
  migration: Migration,
  direction: Direction,
  lease: Lease | null,
): Promise<void> {
  // SQLite alters a table by making another one in its place: what refers to it must not notice.
  await runner.beforeMigration();
  try {
    await runner.startTransaction();
    await migration.steps[direction](runner);
    await (direction === 'up' ? record : forget)(runner.manager, migration);
    await requireReferences(runner.manager);
    await lease?.hold(runner.manager);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.afterMigration();
  }
}

async function requireReferences(tx: EntityManager): Promise<void> {
  if (engineUnder(tx) !== 'sqlite') return;
  const [orphan] = await tx.query<{ table: string; parent: string }[]>('PRAGMA foreign_key_check');
  if (orphan) throw new Error(`a row of ${orphan.table} would be left without its row of ${orphan.parent}`);
}
