import { useChat } from '@parley/chat-client/react';
import type { NotifyLevel, Room } from '@parley/shared-types';
import { useAttempt } from '@/features/connection/use-attempt';

/** What a room is to me alone. */
export const useRoomSettings = (room: Room) => {
  const chat = useChat();
  const attempt = useAttempt();
  return {
    star: (starred: boolean) => attempt(chat.updateMyRoom(room.id, { starred })),
    notify: (notify: NotifyLevel) => attempt(chat.updateMyRoom(room.id, { notify })),
    markRead: () => chat.markRead(room.id, room.lastSeq),
    /** Its last message, and all that follows. */
    markUnread: () => attempt(chat.markUnread(room.id, room.lastSeq)),
  };
};
