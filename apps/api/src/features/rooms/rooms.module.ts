import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { UsersModule } from '../users/users.module.js';
import { ChangesService } from './changes.service.js';
import { General } from './general.js';
import { RoomMembersController } from './room-members.controller.js';
import { RoomMembersService } from './room-members.service.js';
import { RoomNews } from './room-news.js';
import { RoomViews } from './room-views.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsGateway } from './rooms.gateway.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  imports: [UsersModule, MembersModule, MessagesModule],
  controllers: [RoomsController, RoomMembersController],
  providers: [
    ChangesService,
    General,
    RoomMembersService,
    RoomNews,
    RoomViews,
    RoomsGateway,
    RoomsRepository,
    RoomsService,
  ],
  exports: [General],
})
export class RoomsModule {}
