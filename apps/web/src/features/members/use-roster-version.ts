import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useEffect, useState } from 'react';

const MORE_THAN_MEMBERS = 2 ** 20;

/** Another number whenever somebody came, went, or became something else in the room. */
export const useRosterVersion = ({ id, memberCount }: Room) => {
  const chat = useChat();
  const [changes, setChanges] = useState(0);
  useEffect(
    () => chat.on('room:updated', (room) => room.id === id && setChanges((count) => count + 1)),
    [chat, id],
  );
  return changes * MORE_THAN_MEMBERS + memberCount;
};
