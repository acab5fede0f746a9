import type { EntityManager, QueryRunner } from 'typeorm';

export type Direction = 'up' | 'down';

/** How far a migration has come on an engine that commits each change of a table at once. */
export type Progress = {
  name: string;
  direction: Direction;
  /** Statements whose effect is there for good. */
  done: number;
  /** Whether the next one may be there as well: it was begun, and nobody was left to say what became of it. */
  begun: boolean;
};

const TABLE = 'migration_progress';

/** The migration that somebody stopped in the middle of; null when there is none. */
export async function progressIn(runner: QueryRunner): Promise<Progress | null> {
  if (!(await runner.hasTable(TABLE))) return null;
  type Row = Omit<Progress, 'begun'> & { begun: number };
  const [row] = await runner.manager.query<Row[]>(`SELECT name, direction, done, begun FROM ${TABLE}`);
  return row ? { ...row, begun: Boolean(row.begun) } : null;
}

export async function beginProgress(runner: QueryRunner, name: string, direction: Direction): Promise<void> {
  await runner.manager.query(
    `CREATE TABLE IF NOT EXISTS ${TABLE} (
       name varchar(255) NOT NULL PRIMARY KEY, direction varchar(4) NOT NULL, done int NOT NULL, begun boolean NOT NULL)`,
  );
  await runner.manager.query(`INSERT INTO ${TABLE} (name, direction, done, begun) VALUES (?, ?, 0, FALSE)`, [
    name,
    direction,
  ]);
}

export async function keepProgress(tx: EntityManager, done: number, begun: boolean): Promise<void> {
  await tx.query(`UPDATE ${TABLE} SET done = ?, begun = ?`, [done, begun]);
}

export async function endProgress(tx: EntityManager): Promise<void> {
  await tx.query(`DELETE FROM ${TABLE}`);
}
