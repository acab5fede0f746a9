import { Injectable } from '@nestjs/common';
import type { CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { OnCommand } from '../../infra/realtime/command.js';
import { MessagesService } from './messages.service.js';

@Injectable()
export class MessagesGateway {
  constructor(private readonly messages: MessagesService) {}

  @OnCommand('message:send')
  async send(caller: Caller, draft: CommandPayload<'message:send'>) {
    return (await this.messages.send(caller, draft)).message;
  }

  @OnCommand('room:history')
  history(caller: Caller, query: CommandPayload<'room:history'>) {
    return this.messages.history(caller, query);
  }
}
