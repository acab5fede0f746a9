import { Injectable } from '@nestjs/common';
import type { CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { OnCommand } from '../../infra/realtime/command.js';
import { ReceiptsService } from './receipts.service.js';

@Injectable()
export class ReceiptsGateway {
  constructor(private readonly receipts: ReceiptsService) {}

  @OnCommand('room:read')
  read(caller: Caller, { roomId, seq }: CommandPayload<'room:read'>) {
    return this.receipts.read(caller, roomId, seq);
  }

  @OnCommand('room:unread')
  unread(caller: Caller, { roomId, seq }: CommandPayload<'room:unread'>) {
    return this.receipts.unread(caller, roomId, seq);
  }

  @OnCommand('room:delivered')
  delivered(caller: Caller, { roomId, seq }: CommandPayload<'room:delivered'>) {
    return this.receipts.delivered(caller, roomId, seq);
  }
}
