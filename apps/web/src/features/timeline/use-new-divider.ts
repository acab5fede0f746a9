import type { Room } from '@parley/shared-types';
import { useEffect, useState } from 'react';
import { useWindowFocus } from '@/lib/use-window-focus';

/**
 * Where "New" begins: what was read when the room was opened. It stays while the room is open, and moves only when
 * the reader was away, had read everything before, and something came meanwhile.
 */
export const useNewDivider = (room: Room) => {
  const [readSeq, setReadSeq] = useState(() => (room.me && room.me.unreadCount > 0 ? room.me.readSeq : null));
  const focused = useWindowFocus();
  const current = room.me?.readSeq ?? 0;
  const allRead = room.me?.unreadCount === 0;

  useEffect(() => {
    if (focused || !allRead) return;
    const onReturn = () => setReadSeq(current);
    addEventListener('focus', onReturn, { once: true });
    return () => removeEventListener('focus', onReturn);
  }, [focused, allRead, current]);

  return readSeq;
};
