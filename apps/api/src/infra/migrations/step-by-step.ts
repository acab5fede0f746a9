import type { EntityManager, QueryRunner } from 'typeorm';
import { faultOf } from '../database/faults.js';
import type { Migration } from './migration.js';
import type { Lease } from './migration-lease.js';
import {
  beginProgress,
  endProgress,
  keepProgress,
  progressIn,
  type Direction,
  type Progress,
} from './migration-progress.js';
import { forget, record } from './migration-records.js';

/**
 * For an engine that commits each change of a table at once: goes on where an earlier attempt has stopped. A migration
 * asks its query runner for the same statements in the same order each time; what it reads is not counted.
 */
export async function runStepByStep(
  runner: QueryRunner,
  migration: Migration,
  direction: Direction,
  lease: Lease | null,
): Promise<void> {
  const found = await progressIn(runner);
  if (!found) await beginProgress(runner, migration.name, direction);
  const steps = new Steps(runner, found ?? { name: migration.name, direction, done: 0, begun: false }, lease);

  await migration.steps[direction](steps.runner);

  await inTransaction(runner, async (tx) => {
    await lease?.hold(tx);
    await (direction === 'up' ? record : forget)(tx, migration);
    await endProgress(tx);
  });
}

class Steps {
  /** The given one, save that it does not repeat what is done. */
  readonly runner: QueryRunner;
  #next = 0;

  constructor(
    private readonly real: QueryRunner,
    private readonly found: Progress,
    private readonly lease: Lease | null,
  ) {
    this.runner = Object.create(real, {
      query: { value: (sql: string, parameters?: unknown[]) => this.#query(sql, parameters) },
    }) as QueryRunner;
  }

  async #query(sql: string, parameters?: unknown[]): Promise<unknown> {
    if (READS.test(sql)) return this.real.query(sql, parameters);
    const step = this.#next++;
    if (step < this.found.done) return undefined;
    if (CHANGES_ROWS.test(sql)) {
      return inTransaction(this.real, async (tx) => {
        await this.real.query(sql, parameters);
        // Last: while the row of the lease is held it cannot be renewed.
        await this.lease?.hold(tx);
        await keepProgress(tx, step + 1, false);
      });
    }

    await inTransaction(this.real, async (tx) => {
      await this.lease?.hold(tx);
      await keepProgress(tx, step, true);
    });
    await this.real.query(sql, parameters).catch(async (error: unknown) => {
      if (this.#wasBegun(step) && saysThatItIsSo(sql, error)) return;
      // A statement that was refused has done nothing; of one that was cut off nobody knows.
      if (faultOf(error) !== 'down') await keepProgress(this.real.manager, step, this.#wasBegun(step));
      throw error;
    });
    await keepProgress(this.real.manager, step + 1, false);
  }

  #wasBegun(step: number): boolean {
    return this.found.begun && step === this.found.done;
  }
}

const READS = /^\s*(SELECT|SHOW|DESCRIBE)\b/i;
const CHANGES_ROWS = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i;

/** Numbers of the errors of MariaDB and MySQL, and the statements for which they mean that the effect is there. */
const ALREADY_SO: [number, RegExp][] = [
  [1050, /^CREATE TABLE/i],
  [1051, /^DROP TABLE/i],
  [1060, /^ALTER TABLE .* ADD/i],
  [1061, /^(CREATE|ALTER)/i],
  [1068, /^ALTER TABLE .* ADD/i],
  [1091, /^(DROP|ALTER)/i],
  [1359, /^CREATE TRIGGER/i],
  [1360, /^DROP TRIGGER/i],
  // A foreign key of that name; MariaDB says it as the cause of another one.
  [1826, /^ALTER TABLE .* ADD/i],
  [3822, /^ALTER TABLE .* ADD/i],
  [1005, /^ALTER TABLE .* ADD/i],
  // A column or a table that has its new name.
  [1054, /^ALTER TABLE .* (CHANGE|RENAME)/i],
  [1146, /^(RENAME TABLE|ALTER TABLE .* RENAME)/i],
];

function saysThatItIsSo(sql: string, error: unknown): boolean {
  const { errno, message } = ((error as { driverError?: unknown }).driverError ??
    error) as NodeJS.ErrnoException;
  const means = ALREADY_SO.some(([number, statement]) => number === errno && statement.test(sql.trim()));
  return means && (errno !== 1005 || /errno: 121\b/.test(message));
}

async function inTransaction(runner: QueryRunner, work: (tx: EntityManager) => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await work(runner.manager);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}
