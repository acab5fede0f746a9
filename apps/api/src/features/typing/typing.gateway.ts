import { Injectable } from '@nestjs/common';
import type { CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { OnCommand } from '../../infra/realtime/command.js';
import { TypingService } from './typing.service.js';

@Injectable()
export class TypingGateway {
  constructor(private readonly typing: TypingService) {}

  @OnCommand('typing:start')
  start(caller: Caller, { roomId }: CommandPayload<'typing:start'>) {
    return this.typing.start(caller, roomId);
  }

  @OnCommand('typing:stop')
  stop(caller: Caller, { roomId }: CommandPayload<'typing:stop'>) {
    return this.typing.stop(caller, roomId);
  }
}
