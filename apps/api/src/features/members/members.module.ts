import { Module } from '@nestjs/common';
import { MembersRepository } from './members.repository.js';
import { RoomAccess } from './room-access.js';

@Module({ providers: [MembersRepository, RoomAccess], exports: [MembersRepository, RoomAccess] })
export class MembersModule {}
