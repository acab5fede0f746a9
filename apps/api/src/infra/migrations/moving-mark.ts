import type { QueryRunner } from 'typeorm';
import { DatabaseNotReady } from '../database/not-ready.js';

const TABLE = 'moving_in';

/** Says that the rows in a database are those of `migrate --to` alone, and not all of them yet. */
export async function markHalfFilled(runner: QueryRunner): Promise<void> {
  await runner.manager.query(`CREATE TABLE ${TABLE} (id int NOT NULL PRIMARY KEY)`);
}

export async function markFilled(runner: QueryRunner): Promise<void> {
  await runner.manager.query(`DROP TABLE ${TABLE}`);
}

export const isHalfFilled = (runner: QueryRunner): Promise<boolean> => runner.hasTable(TABLE);

/** @throws DatabaseNotReady */
export async function refuseHalfFilled(runner: QueryRunner, place: string): Promise<void> {
  if (!(await isHalfFilled(runner))) return;
  throw new DatabaseNotReady(
    `${place} has been filled by half. Run "npm run parley -- migrate --to" with it to the end first.`,
  );
}
