import { Injectable } from '@nestjs/common';
import type { CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { OnCommand } from '../../infra/realtime/command.js';
import { ThreadPointers } from './thread-pointers.js';

@Injectable()
export class ThreadsGateway {
  constructor(private readonly pointers: ThreadPointers) {}

  @OnCommand('thread:read')
  read(caller: Caller, { messageId, seq }: CommandPayload<'thread:read'>) {
    return this.pointers.read(caller, messageId, seq);
  }
}
