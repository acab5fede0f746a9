import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule } from './config/config.module.js';
import type { Env } from './config/env.js';
import { ENTITIES } from './entities.js';
import { AuthModule } from './features/auth/auth.module.js';
import { ConnectionsModule } from './features/connections/connections.module.js';
import { MembersModule } from './features/members/members.module.js';
import { MessagesModule } from './features/messages/messages.module.js';
import { PresenceModule } from './features/presence/presence.module.js';
import { ReceiptsModule } from './features/receipts/receipts.module.js';
import { RoomsModule } from './features/rooms/rooms.module.js';
import { TypingModule } from './features/typing/typing.module.js';
import { UsersModule } from './features/users/users.module.js';
import { DatabaseModule } from './infra/database/database.module.js';
import { LifecycleModule } from './infra/lifecycle/lifecycle.module.js';
import { RealtimeModule } from './infra/realtime/realtime.module.js';

/** The table of contents. */
@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(env),
        DatabaseModule.forRoot(env.DATABASE_URL, ENTITIES),
        RealtimeModule,
        LifecycleModule,

        UsersModule,
        MembersModule,
        MessagesModule,
        RoomsModule,
        AuthModule,
        ReceiptsModule,
        TypingModule,
        PresenceModule,
        ConnectionsModule,
      ],
    };
  }
}
