import type { DataSource, Logger } from 'typeorm';
import { engineUnder } from '../src/infra/database/sql.js';

export type Query = { sql: string; parameters: unknown[] };

/** What is asked each second, whether anybody does anything or not: whether jobs are due. It is nobody's share. */
const OF_THE_CLOCK = 'SELECT id FROM jobs WHERE topic';

/** Runs `during` and returns every query that these connections were asked meanwhile. */
export async function queriesOf(sources: DataSource[], during: () => Promise<unknown>): Promise<Query[]> {
  const queries: Query[] = [];
  const silent = () => undefined;
  const spy: Logger = {
    logQuery: (sql, parameters: unknown[] = []) => {
      if (!sql.startsWith(OF_THE_CLOCK)) queries.push({ sql, parameters });
    },
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

/** What begins and ends a transaction, and what sets one job of it apart from others. */
export const isFrame = ({ sql }: Query): boolean =>
  /^(BEGIN|START TRANSACTION|SET TRANSACTION|SELECT set_config|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)|FOR (NO KEY )?UPDATE$/.test(
    sql,
  );

/** What a query would cost more than it answers: `scans` read a table from end to end, `sorts` order what was found. */
export type Flaws = { scans: string[]; sorts: string[] };

/** As the engine itself would answer the query. Rows that were given as parameters are no table. */
export function flawsOf(source: DataSource, query: Query): Promise<Flaws> {
  const flaws = { sqlite: flawsInSqlite, postgres: flawsInPostgres, mysql: flawsInMysql };
  return flaws[engineUnder(source.manager)](source, query);
}

async function flawsInSqlite(source: DataSource, { sql, parameters }: Query): Promise<Flaws> {
  const plan = await source.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
  const steps = plan.map(({ detail }) => detail);
  return {
    scans: steps.filter((step) => /^SCAN (?!given|CONSTANT|\d+ CONSTANT|\d+-ROW VALUES)/.test(step)),
    sorts: steps.filter((step) => step.includes('TEMP B-TREE')),
  };
}

/** With few rows PostgreSQL rather reads all of them: it is told not to, and what it does all the same it must. */
async function flawsInPostgres(source: DataSource, { sql, parameters }: Query): Promise<Flaws> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const way of ['seqscan', 'sort', 'hashjoin', 'mergejoin']) {
      await runner.query(`SET LOCAL enable_${way} = off`);
    }
    const plan = (await runner.query(`EXPLAIN ${sql}`, parameters)) as { 'QUERY PLAN': string }[];
    const steps = plan.map((step) => step['QUERY PLAN'].trim());
    return {
      scans: steps.filter((step) => step.includes('Seq Scan')),
      sorts: steps.filter((step) => /^(-> +)?(Incremental )?Sort /.test(step)),
    };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

type Step = {
  select_type: string;
  table: string | null;
  type: string | null;
  possible_keys: string | null;
  Extra: string | null;
};

/** With few rows MariaDB rather reads all of them: what counts is whether there is an index that it may use. */
async function flawsInMysql(source: DataSource, { sql, parameters }: Query): Promise<Flaws> {
  const plan = await source.query<Step[]>(`EXPLAIN ${sql}`, parameters);
  const isStored = (table: string | null) => table !== null && !/^<.*>$/.test(table);
  const steps = plan.filter(
    ({ select_type, table, Extra }) =>
      select_type !== 'INSERT' && isStored(table) && !Extra?.includes('json_table'),
  );
  const told = ({ table, type, Extra }: Step) => `${table}: ${type}, ${Extra}`;
  return {
    scans: steps.filter(({ type, possible_keys }) => type === 'ALL' && possible_keys === null).map(told),
    sorts: steps.filter(({ Extra }) => Extra?.includes('filesort')).map(told),
  };
}
