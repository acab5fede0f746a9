import { Module } from '@nestjs/common';
import { FollowersModule } from '../followers/followers.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ThreadPointers } from './thread-pointers.js';
import { ThreadsController } from './threads.controller.js';
import { ThreadsGateway } from './threads.gateway.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';

/** Reading of threads. What is said in them is `messages`; who follows them because of that is `followers`. */
@Module({
  imports: [FollowersModule, MessagesModule],
  controllers: [ThreadsController],
  providers: [ThreadPointers, ThreadsGateway, ThreadsRepository, ThreadsService],
})
export class ThreadsModule {}
