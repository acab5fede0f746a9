import { Inject, Injectable } from '@nestjs/common';
import type { GetHistory, MessagePage, SendMessage } from '@parley/shared-types';
import { invalid } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
import { MessageLog, type Sent } from './message-log.js';
import { toMessage } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';
import { pageBounds } from './page-bounds.js';

@Injectable()
export class MessagesService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly log: MessageLog,
    private readonly messages: MessagesRepository,
    private readonly access: RoomAccess,
    private readonly users: UsersService,
  ) {}

  /** Settles after the message is stored and told. @throws AppError as `MessageLog.append` */
  async send(caller: Caller, { roomId, clientId, body }: SendMessage): Promise<Sent> {
    if (body.length > this.env.MAX_MESSAGE_LENGTH) {
      throw invalid('body', `Messages have at most ${this.env.MAX_MESSAGE_LENGTH} characters`);
    }

    return this.log.append({ senderId: caller.userId, roomId, clientId, body });
  }

  /** A page at constant cost wherever it lies. @throws AppError `not_found` or `forbidden` */
  async history(caller: Caller, query: GetHistory): Promise<MessagePage> {
    const { roomId } = query;
    await this.access.requireMember(caller.userId, roomId);

    const { last_seq: lastSeq, version } = await this.messages.positionOf(roomId);
    const { first, last } = pageBounds(query, lastSeq);
    const items = first <= last ? (await this.messages.between(roomId, first, last)).map(toMessage) : [];

    return {
      items,
      hasBefore: Math.min(first, lastSeq + 1) > 1,
      hasAfter: last < lastSeq,
      version,
      users: await this.users.byIds([...new Set(items.map((message) => message.senderId))]),
    };
  }
}
