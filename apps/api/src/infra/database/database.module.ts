import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { isInMemory, openSqlite } from './sqlite.js';

@Global()
@Module({})
export class DatabaseModule {
  /** An in-memory database lives in one connection, which then also reads. */
  static forRoot(url: string, entities: NonNullable<DataSourceOptions['entities']>): DynamicModule {
    let opened: Promise<DataSource>;
    const writer = () => (opened ??= openSqlite(url, entities, 'write'));
    // The file and its WAL exist only once the writer has opened them.
    const reader = () => writer().then(() => openSqlite(url, entities, 'read'));

    const connections = isInMemory(url) ? { writer } : { writer, reader };
    return {
      module: DatabaseModule,
      imports: Object.entries(connections).map(([name, dataSourceFactory]) =>
        TypeOrmModule.forRootAsync({
          name,
          useFactory: () => ({ type: 'sqlite' as const, database: url, retryAttempts: 0 }),
          dataSourceFactory,
        }),
      ),
      providers: [
        {
          provide: Database,
          inject: Object.keys(connections).map((name) => getDataSourceToken(name)),
          useFactory: (writing: DataSource, reading = writing) => new Database(writing, reading),
        },
      ],
      exports: [Database],
    };
  }
}
