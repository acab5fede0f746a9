import type { Message, Thread, ThreadPage, ThreadState } from '@parley/shared-types';
import type { ModelRoom } from './model-room.js';
import { ada, everyone } from './people.js';

/** Where ada stands in the threads of all rooms. */
export class ModelThreads {
  private readonly pointers = new Map<string, { isFollowed: boolean; readSeq: number }>();

  /** Whether she begins to follow by a new reply. */
  replied(room: ModelRoom, reply: Message): boolean {
    const root = room.find(reply.threadRootId!)!;
    const known = this.pointers.get(root.id);
    const isMine = reply.senderId === ada.id;
    const begins = isMine || reply.mentions.includes(ada.id) || (root.senderId === ada.id && !known);
    if (!room.members.has(ada.id) || (!known?.isFollowed && !begins)) return false;
    const readSeq = Math.max(known?.readSeq ?? 0, isMine ? reply.seq : known?.isFollowed ? 0 : reply.seq - 1);
    this.pointers.set(root.id, { isFollowed: true, readSeq });
    return !known?.isFollowed;
  }

  state(room: ModelRoom, rootId: string): ThreadState {
    const replies = this.replies(room, rootId);
    const { isFollowed, readSeq } = this.pointers.get(rootId) ?? { isFollowed: false, readSeq: 0 };
    const lastSeq = replies.at(-1)?.seq ?? 0;
    const unread = replies.filter(
      (reply) => reply.seq > readSeq && reply.senderId !== ada.id && reply.deletedAt === null,
    );
    return isFollowed
      ? { roomId: room.id, rootId, isFollowed, readSeq, lastSeq, unreadCount: unread.length }
      : { roomId: room.id, rootId, isFollowed, readSeq: lastSeq, lastSeq, unreadCount: 0 };
  }

  /** Whether that moved anything. */
  read(room: ModelRoom, rootId: string, seq: number): boolean {
    const known = this.pointers.get(rootId);
    const readSeq = Math.min(seq, this.state(room, rootId).lastSeq);
    if (!known?.isFollowed || readSeq <= known.readSeq) return false;
    this.pointers.set(rootId, { isFollowed: true, readSeq });
    return true;
  }

  follow(room: ModelRoom, rootId: string, isFollowed: boolean): boolean {
    if (this.pointers.get(rootId)?.isFollowed === isFollowed) return false;
    this.pointers.set(rootId, { isFollowed, readSeq: this.state(room, rootId).lastSeq });
    return true;
  }

  leave(room: ModelRoom) {
    for (const { id } of room.messages) this.pointers.delete(id);
  }

  followedIn(room: ModelRoom): Thread[] {
    return room.messages
      .map((root) => ({ root, lastReply: null, state: this.state(room, root.id) }))
      .filter(({ state }) => state.isFollowed);
  }

  page(room: ModelRoom, rootId: string, before = Infinity, limit = 4): ThreadPage {
    const earlier = this.replies(room, rootId).filter(({ seq }) => seq < before);
    const items = earlier.slice(-limit);
    const root = room.find(rootId)!;
    return {
      items,
      root,
      state: this.state(room, rootId),
      hasBefore: earlier.length > items.length,
      hasAfter: before !== Infinity,
      version: room.version,
      users: everyone,
      quoted: room.quotedBy([root, ...items]),
    };
  }

  private replies(room: ModelRoom, rootId: string) {
    return room.messages.filter(({ threadRootId }) => threadRootId === rootId);
  }
}
