import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { MentionsRepository } from './mentions.repository.js';
import { MentionsService } from './mentions.service.js';

@Module({
  imports: [MembersModule],
  providers: [MentionsRepository, MentionsService],
  exports: [MentionsRepository, MentionsService],
})
export class MentionsModule {}
