import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule } from './config/config.module.js';
import type { Env } from './config/env.js';
import { ENTITIES } from './entities.js';
import { AdminModule } from './features/admin/admin.module.js';
import { AttachmentsModule } from './features/attachments/attachments.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { AuthModule } from './features/auth/auth.module.js';
import { BlocksModule } from './features/blocks/blocks.module.js';
import { ConnectionsModule } from './features/connections/connections.module.js';
import { CredentialsModule } from './features/credentials/credentials.module.js';
import { DeadLettersModule } from './features/dead-letters/dead-letters.module.js';
import { FollowersModule } from './features/followers/followers.module.js';
import { MembersModule } from './features/members/members.module.js';
import { MentionsModule } from './features/mentions/mentions.module.js';
import { MessagesModule } from './features/messages/messages.module.js';
import { PresenceModule } from './features/presence/presence.module.js';
import { ReceiptsModule } from './features/receipts/receipts.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { RoomsModule } from './features/rooms/rooms.module.js';
import { SearchModule } from './features/search/search.module.js';
import { ThreadsModule } from './features/threads/threads.module.js';
import { TypingModule } from './features/typing/typing.module.js';
import { UsersModule } from './features/users/users.module.js';
import { BusModule } from './infra/bus/bus.module.js';
import { DatabaseModule } from './infra/database/database.module.js';
import { LifecycleModule } from './infra/lifecycle/lifecycle.module.js';
import { MetricsModule } from './infra/metrics/metrics.module.js';
import { QueueModule } from './infra/queue/queue.module.js';
import { RateLimitModule } from './infra/rate-limit/rate-limit.module.js';
import { RealtimeModule } from './infra/realtime/realtime.module.js';
import { RedisModule } from './infra/redis/redis.module.js';
import { StorageModule } from './infra/storage/storage.module.js';

/** The table of contents. */
@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(env),
        DatabaseModule.forRoot(env, ENTITIES),
        StorageModule,
        RedisModule,
        BusModule,
        RateLimitModule,
        RealtimeModule,
        LifecycleModule,
        MetricsModule,
        QueueModule,

        UsersModule,
        AuditModule,
        DeadLettersModule,
        CredentialsModule,
        MembersModule,
        BlocksModule,
        FollowersModule,
        MentionsModule,
        AttachmentsModule,
        MessagesModule,
        ThreadsModule,
        RoomsModule,
        ReportsModule,
        AuthModule,
        ReceiptsModule,
        TypingModule,
        PresenceModule,
        SearchModule,
        ConnectionsModule,
        AdminModule,
      ],
    };
  }
}
