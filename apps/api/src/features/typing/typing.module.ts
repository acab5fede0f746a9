import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { TypingGateway } from './typing.gateway.js';
import { TypingService } from './typing.service.js';

@Module({ imports: [MembersModule], providers: [TypingGateway, TypingService] })
export class TypingModule {}
