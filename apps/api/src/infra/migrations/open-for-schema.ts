import type { DataSource, DataSourceOptions } from 'typeorm';
import { engineOf } from '../../config/database-url.js';
import { openMysql } from '../database/mysql.js';
import { pooling, type Pooling } from '../database/pooling.js';
import { openPostgres } from '../database/postgres.js';
import { openSqlite } from '../database/sqlite.js';
import { orUnreachable } from '../database/unreachable.js';

/** One that works, one that renews the lease, and one to spare. Rebuilding a large table takes hours. */
const UNHURRIED: Pooling = { ...pooling(3), connectMs: 10_000, statementMs: 24 * 3_600_000, lockMs: 60_000 };

/** Connections for work on the tables themselves, or on all of their rows. @throws DatabaseNotReady */
export function openForSchema(
  url: string,
  entities: NonNullable<DataSourceOptions['entities']>,
  access: 'write' | 'read' = 'write',
): Promise<DataSource> {
  switch (engineOf(url)) {
    case 'postgres':
      return orUnreachable(url, openPostgres(url, entities, access, UNHURRIED));
    case 'mysql':
      return orUnreachable(url, openMysql(url, entities, access, UNHURRIED));
    case 'sqlite':
      return openSqlite(url, entities, access);
  }
}
