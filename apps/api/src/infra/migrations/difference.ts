import { existsSync } from 'node:fs';
import type { QueryRunner } from 'typeorm';
import { engineOf, placeOf } from '../../config/database-url.js';
import { emptyInMemory, sqlitePath } from '../database/sqlite.js';
import { migrationsOf, type Schema } from './migration.js';
import { refuseHalfReverted, refusePending, stateOf } from './migration-state.js';
import { BEFORE_ALL, differenceOf, type Difference } from './migration-text.js';
import { openForSchema } from './open-for-schema.js';

/**
 * What the entities want otherwise than it is in a database, which is at the latest migration. Where there is no SQLite
 * file, one is thought of.
 * @throws DatabaseNotReady when a migration is pending
 */
export async function differenceAt(url: string, schema: Schema): Promise<Difference | null> {
  const engine = engineOf(url);
  const migrations = migrationsOf(schema, engine);
  const isThere = engine !== 'sqlite' || existsSync(sqlitePath(url));
  const source = isThere
    ? await openForSchema(url, schema.entities, 'read')
    : await emptyInMemory(schema.entities);
  try {
    const runner = source.createQueryRunner();
    if (isThere) await requireLatest(runner, schema, placeOf(url));
    else for (const { steps } of migrations) await steps.up(runner);
    await runner.release();

    const difference = await differenceOf(source);
    if (!difference || migrations.length > 0) return difference;
    return { ...difference, up: [...BEFORE_ALL[engine], ...difference.up] };
  } finally {
    await source.destroy();
  }
}

async function requireLatest(runner: QueryRunner, schema: Schema, place: string): Promise<void> {
  const state = await stateOf(runner, schema, place);
  refuseHalfReverted(state, place);
  refusePending(state, place);
}
