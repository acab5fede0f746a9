import type { QueryRunner } from 'typeorm';
import { DatabaseNotReady } from '../database/not-ready.js';
import { engineUnder } from '../database/sql.js';
import type { Tell } from './migration.js';
import { pagesOf, RowSum, sumOf, tablesOf, type Row, type Table } from './table-rows.js';

/** Less than what servers take in one packet, and than the parameters that one statement may have. */
const STATEMENT_CHARACTERS = 1_000_000;

/**
 * Copies the rows of every table, as they are at one moment, and reads them again on the other side.
 * @throws DatabaseNotReady when they are not the same there
 */
export async function fill(reading: QueryRunner, writing: QueryRunner, tell: Tell): Promise<RowSum[]> {
  const tables = tablesOf(reading.connection.entityMetadatas);
  const sums: RowSum[] = [];
  await atOneMoment(reading, async () => {
    for (const table of tables) {
      const sum = await copy(reading, writing, table);
      sums.push(sum);
      tell(`${table.name}: ${sum.count} rows`);
    }
  });

  for (const [i, table] of tables.entries()) {
    const there = await sumOf(writing, table);
    if (String(there) === String(sums[i])) continue;
    throw new DatabaseNotReady(
      `The rows of ${table.name} are not the same after copying: ${there}, not ${sums[i]}.`,
    );
  }
  return sums;
}

async function atOneMoment(reading: QueryRunner, work: () => Promise<void>): Promise<void> {
  // SQLite reads one state in a transaction anyway.
  if (engineUnder(reading.manager) === 'sqlite') await reading.startTransaction();
  else await reading.startTransaction('REPEATABLE READ');
  try {
    await work();
  } finally {
    await reading.rollbackTransaction().catch(() => undefined);
  }
}

async function copy(reading: QueryRunner, writing: QueryRunner, table: Table): Promise<RowSum> {
  const sum = new RowSum();
  for await (const rows of pagesOf(reading, table)) {
    sum.add(rows);
    for (const batch of batchesOf(rows)) await insert(writing, table, batch);
  }
  return sum;
}

function* batchesOf(rows: Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let size = 0;
  for (const row of rows) {
    batch.push(row);
    size += row.reduce<number>((length, value) => length + (typeof value === 'string' ? value.length : 8), 0);
    if (size < STATEMENT_CHARACTERS) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

export async function insert(writing: QueryRunner, { name, columns }: Table, rows: Row[]): Promise<void> {
  const quote = (text: string) => writing.connection.driver.escape(text);
  const row = `(${columns.map(() => '?').join(', ')})`;
  await writing.manager.query(
    `INSERT INTO ${quote(name)} (${columns.map(quote).join(', ')}) VALUES ${rows.map(() => row).join(', ')}`,
    rows.flat(),
  );
}
