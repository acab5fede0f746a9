import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { MembersModule } from '../members/members.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { UsersModule } from '../users/users.module.js';
import { ConnectionsGateway } from './connections.gateway.js';
import { ConnectionsRepository } from './connections.repository.js';
import { ConnectionsService } from './connections.service.js';

@Module({
  imports: [AuthModule, MembersModule, PresenceModule, UsersModule],
  providers: [ConnectionsGateway, ConnectionsRepository, ConnectionsService],
})
export class ConnectionsModule {}
