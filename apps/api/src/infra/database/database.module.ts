import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { Env } from '../../config/env.js';
import { Database } from './database.js';
import { engineOf } from '../../config/database-url.js';
import { openDatabase } from './open.js';
import { Replica } from './replica.js';
import { isInMemory } from './sqlite.js';

type Entities = NonNullable<DataSourceOptions['entities']>;
type DatabaseEnv = Pick<
  Env,
  'DATABASE_URL' | 'DATABASE_POOL_SIZE' | 'DATABASE_READ_URL' | 'DATABASE_READ_LAG'
>;

@Global()
@Module({})
export class DatabaseModule {
  /** An in-memory database lives in one connection, which then also reads. */
  static forRoot(env: DatabaseEnv, entities: Entities): DynamicModule {
    const { DATABASE_URL: url, DATABASE_POOL_SIZE: readers } = env;
    let opened: Promise<DataSource>;
    const writer = () => (opened ??= openDatabase(url, entities, 'write', readers));
    // The file and its WAL exist only once the writer has opened them.
    const reader = () => writer().then(() => openDatabase(url, entities, 'read', readers));

    const connections = isInMemory(url) ? { writer } : { writer, reader };
    return {
      module: DatabaseModule,
      imports: Object.entries(connections).map(([name, dataSourceFactory]) =>
        TypeOrmModule.forRootAsync({
          name,
          useFactory: () => ({ type: engineOf(url), retryAttempts: 0 }) as DataSourceOptions,
          dataSourceFactory,
        }),
      ),
      providers: [
        {
          provide: Database,
          inject: Object.keys(connections).map((name) => getDataSourceToken(name)),
          useFactory: (writing: DataSource, reading = writing) =>
            new Database(writing, reading, replicaOf(reading, env, entities)),
        },
      ],
      exports: [Database],
    };
  }
}

const replicaOf = (
  server: DataSource,
  { DATABASE_READ_URL: url, DATABASE_READ_LAG: mostBehindMs, DATABASE_POOL_SIZE: connections }: DatabaseEnv,
  entities: Entities,
): Replica | null =>
  url === undefined
    ? null
    : new Replica(server, {
        open: (count) => openDatabase(url, entities, 'read', count),
        connections,
        mostBehindMs,
      });
