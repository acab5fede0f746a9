import { Injectable } from '@nestjs/common';
import type { CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { OnCommand } from '../../infra/realtime/command.js';
import { ChangesService } from './changes.service.js';
import { RoomMembersService } from './room-members.service.js';
import { RoomsService } from './rooms.service.js';

@Injectable()
export class RoomsGateway {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: RoomMembersService,
    private readonly changes: ChangesService,
  ) {}

  @OnCommand('room:direct')
  openDirect(caller: Caller, { userId }: CommandPayload<'room:direct'>) {
    return this.rooms.openDirect(caller, userId);
  }

  @OnCommand('room:create')
  create(caller: Caller, room: CommandPayload<'room:create'>) {
    return this.rooms.create(caller, room);
  }

  @OnCommand('room:join')
  join(caller: Caller, { roomId }: CommandPayload<'room:join'>) {
    return this.members.join(caller, roomId);
  }

  @OnCommand('room:leave')
  leave(caller: Caller, { roomId }: CommandPayload<'room:leave'>) {
    return this.members.leave(caller, roomId);
  }

  @OnCommand('room:changes')
  since(caller: Caller, query: CommandPayload<'room:changes'>) {
    return this.changes.since(caller, query);
  }
}
