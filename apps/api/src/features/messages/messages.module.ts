import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { FollowersModule } from '../followers/followers.module.js';
import { MembersModule } from '../members/members.module.js';
import { MentionsModule } from '../mentions/mentions.module.js';
import { UsersModule } from '../users/users.module.js';
import { LatestMessages } from './latest-messages.js';
import { MessageAccess } from './message-access.js';
import { MessageChangesController } from './message-changes.controller.js';
import { MessageChanges } from './message-changes.js';
import { MessageLog } from './message-log.js';
import { MessageNews } from './message-news.js';
import { MessageReferences } from './message-references.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [AuditModule, AttachmentsModule, FollowersModule, MembersModule, MentionsModule, UsersModule],
  controllers: [MessagesController, MessageChangesController],
  providers: [
    LatestMessages,
    MessageAccess,
    MessageChanges,
    MessageLog,
    MessageNews,
    MessageReferences,
    MessagesGateway,
    MessagesRepository,
    MessagesService,
  ],
  exports: [MessageAccess, MessageNews, MessageReferences, MessagesRepository, MessagesService],
})
export class MessagesModule {}
