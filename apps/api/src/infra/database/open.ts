import type { DataSource, DataSourceOptions } from 'typeorm';
import { engineOf } from '../../config/database-url.js';
import { openMysql } from './mysql.js';
import { pooling } from './pooling.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';
import { orUnreachable } from './unreachable.js';

type Entities = NonNullable<DataSourceOptions['entities']>;
export type Access = 'write' | 'read';

/** There is one writer, and beside it what needs a connection for a moment: migrations, the claim on the database. */
const WRITING_CONNECTIONS = 2;

/** Connections to a database that has its tables. @param readers how many for reading, at a database server */
export function openDatabase(
  url: string,
  entities: Entities,
  access: Access,
  readers: number,
): Promise<DataSource> {
  const pool = pooling(access === 'write' ? WRITING_CONNECTIONS : readers);
  switch (engineOf(url)) {
    case 'postgres':
      return orUnreachable(url, openPostgres(url, entities, access, pool));
    case 'mysql':
      return orUnreachable(url, openMysql(url, entities, access, pool));
    case 'sqlite':
      return openSqlite(url, entities, access);
  }
}
