import { Module } from '@nestjs/common';
import { ENV } from '../../config/config.module.js';
import { engineOf } from '../../config/database-url.js';
import type { Env } from '../../config/env.js';
import { Database } from '../../infra/database/database.js';
import { openBeside } from '../../infra/database/beside.js';
import { MembersModule } from '../members/members.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { UsersModule } from '../users/users.module.js';
import { Indexer } from './indexer.js';
import { MysqlSearchIndex } from './mysql-search-index.js';
import { PostgresSearchIndex } from './postgres-search-index.js';
import { RoomsToIndex } from './rooms-to-index.js';
import { SearchIndex } from './search-index.js';
import { SearchScope } from './search-scope.js';
import { SearchController } from './search.controller.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';
import { SqliteSearchIndex } from './sqlite-search-index.js';

/** Whoever says something waits for nothing of the index: it is written by a writer of its own. */
async function openIndex(url: string, database: Database): Promise<SearchIndex> {
  const engine = engineOf(url);
  if (engine === 'sqlite') return SqliteSearchIndex.open(url, database);

  const beside = await openBeside(url, database);
  const index = engine === 'postgres' ? PostgresSearchIndex : MysqlSearchIndex;
  return index.open(beside.database, beside.end);
}

@Module({
  imports: [UsersModule, MembersModule, MessagesModule, RoomsModule],
  controllers: [SearchController],
  providers: [
    Indexer,
    RoomsToIndex,
    SearchRepository,
    SearchScope,
    SearchService,
    {
      provide: SearchIndex,
      inject: [ENV, Database],
      useFactory: ({ DATABASE_URL }: Env, database: Database) => openIndex(DATABASE_URL, database),
    },
  ],
})
export class SearchModule {}
