import { Module } from '@nestjs/common';
import { ENV } from '../../config/config.module.js';
import { engineOf } from '../../config/database-url.js';
import type { Env } from '../../config/env.js';
import { Database } from '../../infra/database/database.js';
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
      useFactory: ({ DATABASE_URL }: Env, database: Database): Promise<SearchIndex> => {
        switch (engineOf(DATABASE_URL)) {
          case 'postgres':
            return PostgresSearchIndex.open(database);
          case 'mysql':
            return MysqlSearchIndex.open(database);
          case 'sqlite':
            return SqliteSearchIndex.open(DATABASE_URL, database);
        }
      },
    },
  ],
})
export class SearchModule {}
