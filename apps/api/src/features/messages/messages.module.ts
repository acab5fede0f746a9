import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { UsersModule } from '../users/users.module.js';
import { MessageLog } from './message-log.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [MembersModule, UsersModule],
  controllers: [MessagesController],
  providers: [MessageLog, MessagesGateway, MessagesRepository, MessagesService],
  exports: [MessagesRepository],
})
export class MessagesModule {}
