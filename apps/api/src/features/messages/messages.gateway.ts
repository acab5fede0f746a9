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

  @OnCommand('message:edit')
  edit(caller: Caller, { messageId, body }: CommandPayload<'message:edit'>) {
    return this.messages.edit(caller, messageId, body);
  }

  @OnCommand('message:delete')
  delete(caller: Caller, { messageId }: CommandPayload<'message:delete'>) {
    return this.messages.delete(caller, messageId);
  }

  @OnCommand('reaction:add')
  addReaction(caller: Caller, { messageId, emoji }: CommandPayload<'reaction:add'>) {
    return this.messages.react(caller, messageId, emoji, true);
  }

  @OnCommand('reaction:remove')
  removeReaction(caller: Caller, { messageId, emoji }: CommandPayload<'reaction:remove'>) {
    return this.messages.react(caller, messageId, emoji, false);
  }

  @OnCommand('message:pin')
  pin(caller: Caller, { messageId }: CommandPayload<'message:pin'>) {
    return this.messages.pin(caller, messageId, true);
  }

  @OnCommand('message:unpin')
  unpin(caller: Caller, { messageId }: CommandPayload<'message:unpin'>) {
    return this.messages.pin(caller, messageId, false);
  }

  @OnCommand('room:history')
  history(caller: Caller, query: CommandPayload<'room:history'>) {
    return this.messages.history(caller, query);
  }
}
