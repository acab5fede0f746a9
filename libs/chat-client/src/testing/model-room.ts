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

/** A room as the server keeps it: every change raises `version` by one and stamps what changed. */
export class ModelRoom {
  version = 1;
  name = 'a room';
  readonly messages: Message[] = [];
  readonly members = new Map<string, Receipt>();

  constructor(
    readonly id: string,
    memberIds: string[],
  ) {
    for (const userId of memberIds) this.members.set(userId, { userId, readSeq: 0, deliveredSeq: 0 });
  }

  get lastSeq() {
    return this.messages.length;
  }

  say(senderId: string, body: string, clientId: string): Message {
    this.version += 1;
    const seq = this.lastSeq + 1;
    const id = `${this.id.slice(0, 24)}${String(seq).padStart(12, '0')}`;
    const createdAt = new Date(Date.now()).toISOString();
    const message = sampleMessage(seq, {
      id,
      roomId: this.id,
      version: this.version,
      senderId,
      body,
      clientId,
      createdAt,
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

  rename(name: string) {
    this.version += 1;
    this.name = name;
  }

  /** All who come in together share one version. */
  join(userIds: string[]) {
    this.version += 1;
    for (const userId of userIds) {
      this.members.set(userId, { userId, readSeq: this.lastSeq, deliveredSeq: this.lastSeq });
    }
  }

  leave(userId: string) {
    this.version += 1;
    this.members.delete(userId);
  }

  /** Forward only; undefined when nothing moved. */
  move(userId: string, to: Partial<Receipt>): Receipt | undefined {
    const known = this.members.get(userId);
    if (!known) return undefined;
    const readSeq = Math.max(known.readSeq, Math.min(to.readSeq ?? 0, this.lastSeq));
    const deliveredSeq = Math.max(known.deliveredSeq, readSeq, Math.min(to.deliveredSeq ?? 0, this.lastSeq));
    if (readSeq === known.readSeq && deliveredSeq === known.deliveredSeq) return undefined;
    const receipt = { userId, readSeq, deliveredSeq };
    this.members.set(userId, receipt);
    return receipt;
  }

  view(userId: string): Room {
    const mine = this.members.get(userId);
    return {
      id: this.id,
      kind: 'group',
      name: this.name,
      topic: null,
      version: this.version,
      lastSeq: this.lastSeq,
      memberCount: this.members.size,
      members: [...this.members.keys()].map((id) => everyone.find((user) => user.id === id) as User),
      receipts: [...this.members.values()],
      me: mine
        ? {
            role: 'member',
            readSeq: mine.readSeq,
            deliveredSeq: mine.deliveredSeq,
            unreadCount: this.lastSeq - mine.readSeq,
            mentionCount: 0,
            notify: 'all',
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
    return { messages, room: this.view(viewerId), version, hasMore, users: everyone };
  }
}
