import { DataSource, type DataSourceOptions } from 'typeorm';
import { ColumnNames } from './column-names.js';
import type { Pooling } from './pooling.js';

// Everything that only MariaDB and MySQL know is in this file, in sql.ts and in faults.ts.

type Entities = NonNullable<DataSourceOptions['entities']>;

/** Texts are compared by their bytes, as everywhere else: names are folded before they are stored. */
export const COLLATION = 'utf8mb4_bin';

type Connection = { query: (sql: string) => unknown };
type Pool = { on: (event: 'connection', listener: (connection: Connection) => void) => void };

export async function openMysql(
  url: string,
  entities: Entities,
  access: 'write' | 'read',
  pooling: Pooling,
): Promise<DataSource> {
  const source = new DataSource({
    type: 'mysql',
    connectorPackage: 'mysql2',
    url: url.replace(/^mariadb:/, 'mysql:'),
    entities,
    namingStrategy: new ColumnNames(),
    charset: COLLATION,
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: pooling.size,
    connectTimeout: pooling.connectMs,
    extra: { enableKeepAlive: true, idleTimeout: 60_000, maxIdle: pooling.size },
  });
  // A text there holds 64 KB only.
  const { normalizeType } = source.driver;
  source.driver.normalizeType = (column) => {
    const type = normalizeType.call(source.driver, column);
    return type === 'text' ? 'longtext' : type;
  };
  await source.initialize();

  const [{ version }] = await source.query<[{ version: string }]>('SELECT VERSION() AS version');
  const statements = [
    `SET SESSION innodb_lock_wait_timeout = ${Math.ceil(pooling.lockMs / 1_000)}`,
    `SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED`,
    version.includes('MariaDB')
      ? `SET SESSION max_statement_time = ${pooling.statementMs / 1_000}`
      : `SET SESSION max_execution_time = ${pooling.statementMs}`,
    ...(access === 'read' ? ['SET SESSION TRANSACTION READ ONLY'] : []),
  ];
  // The one connection that is open already, then each that follows.
  for (const statement of statements) await source.query(statement);
  const { pool } = source.driver as unknown as { pool: Pool };
  pool.on('connection', (connection) => {
    for (const statement of statements) connection.query(statement);
  });
  return source;
}
