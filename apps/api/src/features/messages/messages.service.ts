import { Inject, Injectable } from '@nestjs/common';
import {
  MESSAGES_PER_PAGE,
  type GetHistory,
  type Message,
  type MessagePage,
  type PinList,
  type SendMessage,
} from '@parley/shared-types';
import { invalid } from '../../common/app-error.js';
import type { Actor, Caller } from '../../common/caller.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { RoomAccess } from '../members/room-access.js';
import { callIn } from '../mentions/mentions.service.js';
import { LatestMessages } from './latest-messages.js';
import { MessageAccess } from './message-access.js';
import { MessageChanges } from './message-changes.js';
import { MessageLog, type Sent } from './message-log.js';
import { MessageReferences } from './message-references.js';
import { toMessage } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';
import { pageBounds } from './page-bounds.js';

@Injectable()
export class MessagesService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly log: MessageLog,
    private readonly changes: MessageChanges,
    private readonly messages: MessagesRepository,
    private readonly latest: LatestMessages,
    private readonly references: MessageReferences,
    private readonly access: MessageAccess,
    private readonly rooms: RoomAccess,
  ) {}

  /** Settles after the message is stored and told. @throws AppError as `MessageLog.append` */
  async send(caller: Caller, draft: SendMessage): Promise<Sent> {
    const { roomId, clientId, body, attachmentIds = [], replyToId = null, threadRootId = null } = draft;
    this.#requireFitting(body);

    const said = { roomId, clientId, body, attachmentIds, replyToId, threadRootId };
    return this.log.append({ ...said, senderId: caller.userId, call: callIn(body) });
  }

  /** @throws AppError `not_found`, `forbidden` for all but the author, `conflict` when it is deleted */
  async edit(caller: Caller, messageId: string, body: string): Promise<Message> {
    this.#requireFitting(body);

    return this.changes.make({ by: caller, messageId, change: { kind: 'edit', body, call: callIn(body) } });
  }

  /** Leaves a tombstone. @throws AppError `not_found`, `forbidden` for all but the author and moderators */
  delete(caller: Caller, messageId: string): Promise<Message> {
    return this.changes.make({ by: caller, messageId, change: { kind: 'delete' } });
  }

  /** The same for admins, in any room. @throws AppError `not_found` */
  remove(admin: Actor, messageId: string): Promise<Message> {
    return this.changes.make({ by: admin, isByAdmin: true, messageId, change: { kind: 'delete' } });
  }

  /** @throws AppError `not_found`, `forbidden`, `conflict` when it is deleted or has too many different emoji */
  react(caller: Caller, messageId: string, emoji: string, isOn: boolean): Promise<Message> {
    const { userId } = caller;
    return this.changes.make({ by: caller, messageId, change: { kind: 'react', userId, emoji, isOn } });
  }

  /** @throws AppError `not_found`, `forbidden`, `conflict` when it is deleted or the room has too many pins */
  pin(caller: Caller, messageId: string, isOn: boolean): Promise<Message> {
    return this.changes.make({ by: caller, messageId, change: { kind: 'pin', isOn } });
  }

  /** @throws AppError `not_found` or `forbidden` */
  async get({ userId }: Caller, messageId: string): Promise<Message> {
    return toMessage(await this.access.requireReadable(userId, messageId));
  }

  /** A page at constant cost wherever it lies. @throws AppError `not_found` or `forbidden` */
  async history(caller: Caller, query: GetHistory): Promise<MessagePage> {
    const { roomId } = query;
    await this.rooms.requireMember(caller.userId, roomId);

    const position = await this.messages.positionOf(roomId);
    const { last_seq: lastSeq, version } = position;
    const { first, last } = pageBounds(query, lastSeq);
    const items = isUsual(query) ? await this.latest.in(position) : await this.#between(roomId, first, last);

    return {
      items,
      hasBefore: Math.min(first, lastSeq + 1) > 1,
      hasAfter: last < lastSeq,
      version,
      ...(await this.references.of(items)),
    };
  }

  /** @throws AppError `not_found` or `forbidden` */
  async pins(caller: Caller, roomId: string): Promise<PinList> {
    await this.rooms.requireMember(caller.userId, roomId);

    const items = (await this.messages.pinnedIn(roomId)).map(toMessage);

    return { items, ...(await this.references.of(items)) };
  }

  async #between(roomId: string, first: number, last: number): Promise<Message[]> {
    return first <= last ? (await this.messages.between(roomId, first, last)).map(toMessage) : [];
  }

  #requireFitting(body: string): void {
    if (body.length > this.env.MAX_MESSAGE_LENGTH) {
      throw invalid('body', `Messages have at most ${this.env.MAX_MESSAGE_LENGTH} characters`);
    }
  }
}

/** What everyone asks for who opens a room. */
const isUsual = ({ before, after, around, limit }: GetHistory): boolean =>
  before === undefined && after === undefined && around === undefined && limit === MESSAGES_PER_PAGE;
