import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { ColumnNames } from './column-names.js';
import type { Pooling } from './pooling.js';

// Everything that only PostgreSQL knows is in this file, in sql.ts and in faults.ts.

type Entities = NonNullable<DataSourceOptions['entities']>;

/** PostgreSQL numbers its parameters: `a = ? AND b = ?` → `a = $1 AND b = $2`. */
export function numbered(sql: string): string {
  let number = 0;
  return sql.replace(/\?/g, () => `$${++number}`);
}

class Postgres extends DataSource {
  /** Our own queries come this way, those that TypeORM writes do not. */
  override query<T>(sql: string, parameters?: unknown[], runner?: QueryRunner): Promise<T> {
    return super.query<T>(parameters?.length ? numbered(sql) : sql, parameters, runner);
  }
}

export async function openPostgres(
  url: string,
  entities: Entities,
  access: 'write' | 'read',
  pooling: Pooling,
): Promise<DataSource> {
  return new Postgres({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new ColumnNames(),
    applicationName: 'parley',
    parseInt8: true,
    installExtensions: false,
    poolSize: pooling.size,
    connectTimeoutMS: pooling.connectMs,
    // An idle connection that breaks is replaced when it is needed.
    poolErrorHandler: () => undefined,
    extra: {
      keepAlive: true,
      statement_timeout: pooling.statementMs,
      lock_timeout: pooling.lockMs,
      // The server's own limit answers first; this one is for a server that answers nothing any more.
      query_timeout: pooling.statementMs + pooling.connectMs,
      ...(access === 'read' && { options: '-c default_transaction_read_only=on' }),
    },
  }).initialize();
}
