import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { DataSource, QueryRunner } from 'typeorm';
import {
  columnsIn,
  createFile,
  emptyInMemory,
  isInMemory,
  openSqlite,
  requireColumns,
  sqlitePath,
} from '../database/sqlite.js';
import { migrationsOf, type Schema, type Tell } from './migration.js';
import { makeRecords, record, recordedIn } from './migration-records.js';
import { refusePending, stateOf } from './migration-state.js';
import { runMigration } from './run-migration.js';

// One process has a file (`claimFile`), so that nobody else can be at the same migration.

export async function migrateFile(
  url: string,
  schema: Schema,
  mode: 'auto' | 'check',
  tell: Tell,
): Promise<string[]> {
  if (isInMemory(url)) return [];
  const place = sqlitePath(url);
  const all = migrationsOf(schema, 'sqlite');
  if (!existsSync(place)) {
    await createFile(url, schema.entities, (source) => recordAll(source, all));
    tell(`${place} is made`);
    return [];
  }

  if (await isUnrecorded(url, schema))
    await opened(url, schema, 'write', (source) => recordAll(source, [all[0]!]));
  const { pending } = await opened(url, schema, 'read', (_, runner) => stateOf(runner, schema, place));
  if (mode === 'check') refusePending({ pending }, place);
  if (pending.length > 0) {
    await opened(url, schema, 'write', async (source, runner) => {
      tell(`A copy is kept: ${await keepCopy(source, place, `before-${pending[0]!.name}`)}`);
      await makeRecords(runner);
      for (const migration of pending)
        await runMigration(runner, migration, 'up', { lease: null, place, tell });
    });
  }
  await opened(url, schema, 'read', (source) => requireColumns(source));
  return pending.map(({ name }) => name);
}

export async function revertFile(url: string, schema: Schema, tell: Tell): Promise<string | null> {
  const place = sqlitePath(url);
  if (isInMemory(url) || !existsSync(place)) return null;
  return opened(url, schema, 'write', async (source, runner) => {
    const latest = (await stateOf(runner, schema, place)).done.at(-1);
    if (!latest) return null;
    tell(`A copy is kept: ${await keepCopy(source, place, `before-taking-back-${latest.name}`)}`);
    await runMigration(runner, latest, 'down', { lease: null, place, tell });
    return latest.name;
  });
}

/**
 * Whether this is a file of the time before migrations, with all that the first of them would make.
 * @throws ForeignSchema when it lacks some of that
 */
async function isUnrecorded(url: string, schema: Schema): Promise<boolean> {
  return opened(url, schema, 'read', async (source, runner) => {
    if ((await recordedIn(runner)) !== null || (await columnsIn(source)).size === 0) return false;
    await requireColumns(source, await firstColumns(schema));
    return true;
  });
}

/** What the first migration makes. */
async function firstColumns(schema: Schema) {
  const memory = await emptyInMemory(schema.entities);
  try {
    await migrationsOf(schema, 'sqlite')[0]!.steps.up(memory.createQueryRunner());
    return await columnsIn(memory);
  } finally {
    await memory.destroy();
  }
}

async function recordAll(source: DataSource, migrations: ReturnType<typeof migrationsOf>): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await makeRecords(runner);
  for (const migration of migrations) await record(runner.manager, migration);
  await runner.commitTransaction();
}

/** Through SQLite, so that what is in the WAL is in the copy. One of the same name gives way. @returns where it is */
async function keepCopy(source: DataSource, file: string, name: string): Promise<string> {
  const copy = `${file}.${name}`;
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { force: true });
  await source.query('VACUUM INTO ?', [unfinished]);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, copy);
  return copy;
}

async function opened<T>(
  url: string,
  { entities }: Schema,
  access: 'read' | 'write',
  work: (source: DataSource, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const source = await openSqlite(url, entities, access);
  try {
    return await work(source, source.createQueryRunner());
  } finally {
    await source.destroy();
  }
}
