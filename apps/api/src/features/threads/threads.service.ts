import { Injectable } from '@nestjs/common';
import type { Message, ThreadList, ThreadPage } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { LAST_POSITION } from '../../infra/database/column-types.js';
import { MessageAccess } from '../messages/message-access.js';
import { MessageReferences } from '../messages/message-references.js';
import { toMessage, type MessageRow } from '../messages/message-row.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { edgesOf, requireRoot, toState } from './thread-state.js';
import { ThreadsRepository, type FollowedRow } from './threads.repository.js';

type Query = { messageId: string; before?: number | undefined; after?: number | undefined; limit: number };
type List = { unread?: 'true' | 'false' | undefined; limit: number; cursor?: string | undefined };

/** Threads as people read them, at constant cost for a page. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly messages: MessagesRepository,
    private readonly access: MessageAccess,
    private readonly references: MessageReferences,
  ) {}

  /** @throws AppError `not_found` or `forbidden` */
  async page(caller: Caller, query: Query): Promise<ThreadPage> {
    const root = await this.access.requireReadable(caller.userId, query.messageId);
    requireRoot(root);
    const key = { roomId: root.room_id, rootId: root.id, userId: caller.userId };

    // Positions before the replies: what is stored meanwhile is then told again, never missed.
    const { version } = await this.messages.positionOf(key.roomId);
    const standing = await this.threads.standingOf(key);
    if (!standing) throw notFound('message');
    const items = (await this.#repliesOf(query)).map(toMessage);

    return {
      root: toMessage(root),
      state: toState(key, standing),
      items,
      ...edgesOf(standing, query, items),
      version,
      ...(await this.references.of([toMessage(root), ...items])),
    };
  }

  /** The threads that the caller follows, the latest reply first. */
  async list(caller: Caller, { unread, limit, cursor }: List): Promise<ThreadList> {
    const after = cursor ? String(decodeCursor(cursor, ['string'])[0]) : null;

    const rows = await this.threads.pageOfFollowed(caller.userId, unread === 'true', after, limit + 1);
    const page = toPage(rows, limit, (row) => [row.latest_id]);
    const messages = await this.#messagesOf(page.items);
    const messageOf = new Map(messages.map((message) => [message.id, message]));
    const threads = page.items.map((row) => {
      const lastReply = row.latest_id === row.root_id ? null : messageOf.get(row.latest_id)!;
      const { root_id: rootId, room_id: roomId, read_seq: readSeq } = row;
      return { rootId, roomId, readSeq, lastReply, lastSeq: lastReply?.seq ?? 0 };
    });
    // Up to that last reply: whoever hears of a later one counts it themselves.
    const unreadOf = await this.threads.unreadCountsOf(threads);

    return {
      nextCursor: page.nextCursor,
      items: threads.map(({ lastReply, ...state }) => ({
        root: messageOf.get(state.rootId)!,
        lastReply,
        state: { ...state, isFollowed: true, unreadCount: unreadOf.get(state.rootId)! },
      })),
      users: (await this.references.of(messages)).users,
    };
  }

  async #messagesOf(threads: FollowedRow[]): Promise<Message[]> {
    const ids = new Set(threads.flatMap((row) => [row.root_id, row.latest_id]));
    return (await this.messages.byIds([...ids])).map(toMessage);
  }

  async #repliesOf({ messageId, before, after, limit }: Query): Promise<MessageRow[]> {
    if (after !== undefined) return this.messages.repliesAfter(messageId, after, limit);
    const latest = await this.messages.repliesBefore(messageId, before ?? LAST_POSITION, limit);
    return latest.reverse();
  }
}
