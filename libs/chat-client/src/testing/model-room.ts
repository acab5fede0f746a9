import type {
  GetHistory,
  Message,
  MessagePage,
  Receipt,
  Room,
  RoomChanges,
  User,
} from '@parley/shared-types';
import { everyone } from './people.js';
import { sampleMessage } from './samples.js';

export interface Draft {
  senderId: string;
  body: string;
  clientId: string;
  replyToId?: string | undefined;
  threadRootId?: string | undefined;
}

/** Where a member stands: their own pointer, and how far they ever got. */
interface Standing extends Receipt {
  seenSeq: number;
  readEpoch: number;
}

const mentionsIn = (body: string) =>
  everyone.filter(({ username }) => body.includes(`@${username}`)).map(({ id }) => id);

/** A room as the server keeps it: every change raises `version` by one and stamps what changed. */
export class ModelRoom {
  version = 1;
  name = 'a room';
  readonly messages: Message[] = [];
  readonly members = new Map<string, Standing>();
  private epochs = 0;

  constructor(
    readonly id: string,
    memberIds: string[],
  ) {
    for (const userId of memberIds) this.enter(userId, 0);
  }

  get lastSeq() {
    return this.messages.length;
  }

  say({ senderId, body, clientId, replyToId, threadRootId }: Draft): Message {
    this.version += 1;
    const seq = this.lastSeq + 1;
    const message = sampleMessage(seq, {
      id: `${this.id.slice(0, 19)}${this.id.slice(-4)}-${String(seq).padStart(12, '0')}`,
      roomId: this.id,
      version: this.version,
      senderId,
      body,
      clientId,
      replyToId: replyToId ?? null,
      threadRootId: threadRootId ?? null,
      mentions: mentionsIn(body),
      mentionsAll: body.includes('@room') ? 'room' : null,
      createdAt: new Date(Date.now()).toISOString(),
    });
    this.messages.push(message);
    this.move(senderId, { readSeq: seq, deliveredSeq: seq });
    return message;
  }

  change(seq: number, to: Partial<Message>): Message {
    this.version += 1;
    const changed = { ...this.messages[seq - 1]!, ...to, version: this.version };
    this.messages[seq - 1] = changed;
    return changed;
  }

  edit(seq: number, body: string): Message {
    return this.change(seq, {
      body,
      editedAt: '2026-02-01T00:00:00.000Z',
      mentions: mentionsIn(body),
      mentionsAll: body.includes('@room') ? 'room' : null,
    });
  }

  find(messageId: string): Message | undefined {
    return this.messages.find(({ id }) => id === messageId);
  }

  rename(name: string) {
    this.version += 1;
    this.name = name;
  }

  /** All who come in together share one version. */
  join(userIds: string[]) {
    this.version += 1;
    for (const userId of userIds) this.enter(userId, this.lastSeq);
  }

  leave(userId: string) {
    this.version += 1;
    this.members.delete(userId);
  }

  /** Forward only; undefined when nothing moved. */
  move(userId: string, to: { readSeq?: number; deliveredSeq?: number }): Standing | undefined {
    const known = this.members.get(userId);
    if (!known) return undefined;
    const readSeq = Math.max(known.readSeq, Math.min(to.readSeq ?? 0, this.lastSeq));
    const deliveredSeq = Math.max(known.deliveredSeq, readSeq, Math.min(to.deliveredSeq ?? 0, this.lastSeq));
    if (readSeq === known.readSeq && deliveredSeq === known.deliveredSeq) return undefined;
    const standing = { ...known, readSeq, deliveredSeq, seenSeq: Math.max(known.seenSeq, readSeq) };
    this.members.set(userId, standing);
    return standing;
  }

  moveBack(userId: string, seq: number) {
    const known = this.members.get(userId)!;
    if (seq > known.readSeq) return;
    this.members.set(userId, { ...known, readSeq: seq - 1, readEpoch: ++this.epochs });
  }

  /** My pointer, as it is told to me. */
  readingOf(userId: string) {
    const { readSeq, readEpoch } = this.members.get(userId)!;
    const mentions = this.messages.filter(
      ({ seq, senderId, mentions, mentionsAll }) =>
        seq > readSeq && senderId !== userId && (mentionsAll !== null || mentions.includes(userId)),
    );
    return { readSeq, readEpoch, unreadCount: this.lastSeq - readSeq, mentionCount: mentions.length };
  }

  receipts(): Receipt[] {
    return [...this.members.values()].map(({ userId, seenSeq, deliveredSeq }) => ({
      userId,
      readSeq: seenSeq,
      deliveredSeq,
    }));
  }

  view(userId: string): Room {
    const mine = this.members.get(userId);
    return {
      id: this.id,
      kind: 'group',
      name: this.name,
      topic: null,
      avatarUrl: null,
      version: this.version,
      lastSeq: this.lastSeq,
      memberCount: this.members.size,
      members: [...this.members.keys()].map((id) => everyone.find((user) => user.id === id) as User),
      receipts: this.receipts(),
      me: mine
        ? {
            role: 'member',
            deliveredSeq: mine.deliveredSeq,
            ...this.readingOf(userId),
            notify: 'all',
            starred: false,
          }
        : null,
      lastMessage: this.messages.at(-1) ?? null,
      createdAt: '2026-01-01T00:00:00.000Z',
      archivedAt: null,
    };
  }

  history({ before, after, around, limit = 10 }: GetHistory): MessagePage {
    const last =
      after ?? (around === undefined ? (before ?? this.lastSeq + 1) - 1 : around + Math.floor(limit / 2));
    const from = after === undefined ? Math.max(0, Math.min(last, this.lastSeq) - limit) : after;
    const items = this.messages
      .slice(from, from + limit)
      .filter(({ seq }) => before === undefined || seq < before);
    const end = items.at(-1)?.seq ?? from;
    return {
      items,
      hasBefore: (items[0]?.seq ?? end + 1) > 1,
      hasAfter: end < this.lastSeq,
      version: this.version,
      users: everyone,
      quoted: this.quotedBy(items),
    };
  }

  /** Oldest change first, in pages as small as `limit`. */
  changes(since: number, limit: number, viewerId: string): RoomChanges {
    const changed = this.messages
      .filter((message) => message.version > since)
      .sort((a, b) => a.version - b.version);
    const messages = changed.slice(0, limit);
    const hasMore = changed.length > limit;
    const version = hasMore ? messages.at(-1)!.version : this.version;
    const quoted = this.quotedBy(messages);
    return { messages, room: this.view(viewerId), version, hasMore, users: everyone, quoted };
  }

  quotedBy(messages: readonly Message[]): Message[] {
    const ids = new Set(messages.flatMap(({ replyToId }) => replyToId ?? []));
    return this.messages.filter(({ id }) => ids.has(id));
  }

  private enter(userId: string, at: number) {
    this.members.set(userId, { userId, readSeq: at, seenSeq: at, deliveredSeq: at, readEpoch: this.epochs });
  }
}
