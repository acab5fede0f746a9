import type { DataSource } from 'typeorm';
import { engineUnder } from '../src/infra/database/sql.js';
import { isFrame, type Query } from './queries.js';

/** A step of a plan, as far as it was carried out. */
type Step = { [property: string]: unknown };

/** How many whole rows of a table a query reads at a database server; what stands in an index is none. */
export async function rowsRead(source: DataSource, table: string, query: Query): Promise<number> {
  if (isFrame(query)) return 0;
  const steps = engineUnder(source.manager) === 'postgres' ? stepsInPostgres : stepsInMysql;
  return (await steps(source, table, query)).reduce((sum, rows) => sum + rows, 0);
}

/** With few rows PostgreSQL rather reads all of them: it is told not to. */
async function stepsInPostgres(source: DataSource, table: string, { sql, parameters }: Query) {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const way of ['seqscan', 'sort']) await runner.query(`SET LOCAL enable_${way} = off`);
    const [answer] = (await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, parameters)) as Step[];
    return stepsIn(answer!['QUERY PLAN'])
      .filter((step) => step['Relation Name'] === table && step['Node Type'] !== 'Index Only Scan')
      .map((step) => {
        const rows = ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Index Recheck'];
        return rows.reduce((sum, name) => sum + Number(step[name] ?? 0), 0) * Number(step['Actual Loops']);
      });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

async function stepsInMysql(source: DataSource, table: string, { sql, parameters }: Query) {
  const [answer] = await source.query<Step[]>(`ANALYZE FORMAT=JSON ${sql}`, parameters);
  return stepsIn(JSON.parse(String(Object.values(answer!)[0])))
    .filter((step) => step['table_name'] === table && step['using_index'] !== true)
    .map((step) => Number(step['r_rows'] ?? 0) * Number(step['r_loops']));
}

function stepsIn(plan: unknown): Step[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return [plan as Step, ...Object.values(plan).flatMap(stepsIn)];
}
