import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { BlocksModule } from '../blocks/blocks.module.js';
import { FollowersModule } from '../followers/followers.module.js';
import { MembersModule } from '../members/members.module.js';
import { MentionsModule } from '../mentions/mentions.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { UsersModule } from '../users/users.module.js';
import { ChangesService } from './changes.service.js';
import { General } from './general.js';
import { Invitations } from './invitations.js';
import { RoomMembersController } from './room-members.controller.js';
import { RoomMembersService } from './room-members.service.js';
import { RoomMemberships } from './room-memberships.js';
import { RoomNews } from './room-news.js';
import { RoomViews } from './room-views.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsGateway } from './rooms.gateway.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  imports: [
    UsersModule,
    AuditModule,
    MembersModule,
    AttachmentsModule,
    BlocksModule,
    FollowersModule,
    MentionsModule,
    MessagesModule,
  ],
  controllers: [RoomsController, RoomMembersController],
  providers: [
    ChangesService,
    General,
    Invitations,
    RoomMembersService,
    RoomMemberships,
    RoomNews,
    RoomViews,
    RoomsGateway,
    RoomsRepository,
    RoomsService,
  ],
  exports: [General, RoomViews, RoomsRepository],
})
export class RoomsModule {}
