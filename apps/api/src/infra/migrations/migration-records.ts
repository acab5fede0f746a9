import type { EntityManager, QueryRunner } from 'typeorm';
import type { Engine } from '../../config/database-url.js';
import { engineUnder } from '../database/sql.js';
import type { Migration } from './migration.js';

/** As TypeORM names it. */
const TABLE = 'migrations';

const ID: Record<Engine, string> = {
  sqlite: 'integer PRIMARY KEY NOT NULL',
  postgres: 'serial PRIMARY KEY',
  mysql: 'int NOT NULL AUTO_INCREMENT PRIMARY KEY',
};

/** What was run on this database, oldest first; null when nobody ever kept a record of it. */
export async function recordedIn(runner: QueryRunner): Promise<string[] | null> {
  if (!(await runner.hasTable(TABLE))) return null;
  const rows = await runner.manager.query<{ name: string }[]>(`SELECT name FROM ${TABLE} ORDER BY id`);
  return rows.map(({ name }) => name);
}

export async function makeRecords(runner: QueryRunner): Promise<void> {
  // As TypeORM makes it, and each migration once.
  await runner.manager.query(
    `CREATE TABLE IF NOT EXISTS ${TABLE} (
       id ${ID[engineUnder(runner.manager)]}, timestamp bigint NOT NULL, name varchar(255) NOT NULL UNIQUE)`,
  );
}

export async function record(tx: EntityManager, { name, timestamp }: Migration): Promise<void> {
  await tx.query(`INSERT INTO ${TABLE} (timestamp, name) VALUES (?, ?)`, [timestamp, name]);
}

export async function forget(tx: EntityManager, { name }: Migration): Promise<void> {
  await tx.query(`DELETE FROM ${TABLE} WHERE name = ?`, [name]);
}
