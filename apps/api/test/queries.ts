import type { DataSource, Logger } from 'typeorm';

export type Query = { sql: string; parameters: unknown[] };

/** Runs `during` and returns every query that these connections were asked meanwhile. */
export async function queriesOf(sources: DataSource[], during: () => Promise<unknown>): Promise<Query[]> {
  const queries: Query[] = [];
  const silent = () => undefined;
  const spy: Logger = {
    logQuery: (sql, parameters: unknown[] = []) => void queries.push({ sql, parameters }),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const usual = sources.map((source) => source.logger);
  for (const source of sources) source.logger = spy;
  try {
    await during();
  } finally {
    sources.forEach((source, i) => (source.logger = usual[i]!));
  }
  return queries;
}

/** How SQLite would answer a query: one line for each step. */
export async function planOf(source: DataSource, { sql, parameters }: Query): Promise<string[]> {
  const steps = await source.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
  return steps.map(({ detail }) => detail);
}

/** A step that reads a table from end to end; rows that were given as parameters are none. */
export const isScan = (step: string): boolean =>
  /^SCAN (?!given|CONSTANT|\d+ CONSTANT|\d+-ROW VALUES)/.test(step);
