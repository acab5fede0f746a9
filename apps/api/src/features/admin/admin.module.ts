import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountsService } from './accounts.service.js';
import { AdminController } from './admin.controller.js';
import { AdminUserViews } from './admin-user-views.js';
import { AdminUsersService } from './admin-users.service.js';

@Module({
  imports: [
    AuditModule,
    AuthModule,
    CredentialsModule,
    MessagesModule,
    PresenceModule,
    RoomsModule,
    UsersModule,
  ],
  controllers: [AdminController],
  providers: [AccountsService, AdminUserViews, AdminUsersService],
})
export class AdminModule {}
