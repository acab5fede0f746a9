import { Injectable } from '@nestjs/common';
import type { Message, User } from '@parley/shared-types';
import { UsersService } from '../users/users.service.js';
import { toMessage } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';

/** What messages refer to, so that they can be shown without asking again. */
@Injectable()
export class MessageReferences {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly users: UsersService,
  ) {}

  /** The messages that these quote, each once, and the people who wrote or are mentioned in any of them. */
  async of(messages: Message[]): Promise<{ users: User[]; quoted: Message[] }> {
    const quotedIds = new Set(messages.flatMap(({ replyToId }) => replyToId ?? []));
    const quoted = (await this.messages.byIds([...quotedIds])).map(toMessage);

    const shown = [...messages, ...quoted];
    const userIds = new Set(shown.flatMap(({ senderId, mentions }) => [senderId, ...mentions]));
    return { users: await this.users.byIds([...userIds]), quoted };
  }
}
