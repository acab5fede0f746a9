import type { ChatParts } from '../chat-parts.js';
import type { Chat } from '../chat.js';

type ReadActions = Pick<Chat, 'markRead' | 'markUnread' | 'markAllRead'>;

/** What one can do with the read pointers. */
export const readActions = ({
  cache,
  connection,
  rooms,
  reads,
  follows,
  threadReads,
}: ChatParts): ReadActions => {
  const markRead = (roomId: string, seq: number) => {
    const known = cache.rooms.find((room) => room.id === roomId);
    const readSeq = Math.min(seq, known?.lastSeq ?? 0);
    if (!known?.me || readSeq <= known.me.readSeq) return;
    rooms.moveMine(roomId, { readSeq });
    reads.move(roomId, readSeq);
  };

  const markUnread = async (roomId: string, seq: number) => {
    // What was read before must not be told after it.
    reads.forget(roomId);
    try {
      const result = await connection.command('room:unread', { roomId, seq });
      reads.forget(roomId);
      rooms.receive({ name: 'unread:updated', payload: { roomId, ...result } });
    } catch (error) {
      reads.move(roomId, cache.rooms.find((room) => room.id === roomId)?.me?.readSeq ?? 0);
      throw error;
    }
  };

  return {
    markRead,
    markUnread,
    markAllRead: () => {
      const unread = cache.rooms.filter((room) => (room.me?.unreadCount ?? 0) > 0);
      for (const room of unread) markRead(room.id, room.lastSeq);
      for (const { rootId, lastSeq } of Object.values(cache.threadStates)) {
        if (follows.read(rootId, lastSeq)) threadReads.move(rootId, lastSeq);
      }
      return () => {
        for (const { id, me } of unread) {
          // What cannot be taken back now stays read.
          if (me) markUnread(id, me.readSeq + 1).catch(() => undefined);
        }
      };
    },
  };
};
