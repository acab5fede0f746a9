import type { Room } from '@parley/shared-types';
import { useEffect, useState } from 'react';
import { useWindowFocus } from '@/lib/use-window-focus';

type Divider = { readSeq: number | null; epoch: number; putBack: boolean };

/**
 * Where "New" begins: what was read when the room was opened. It stays while the room is open, and moves only when
 * the reader was away, had read everything before, and something came meanwhile; or when they put it back themselves
 * ("mark unread from here"). After that nothing counts as read until they come again: `putBack`.
 */
export const useNewDivider = ({ me }: Room): { readSeq: number | null; putBack: boolean } => {
  const [divider, setDivider] = useState<Divider>(() => ({
    readSeq: me && me.unreadCount > 0 ? me.readSeq : null,
    epoch: me?.readEpoch ?? 0,
    putBack: false,
  }));
  const focused = useWindowFocus();
  const current = me?.readSeq ?? 0;
  const allRead = me?.unreadCount === 0;
  const { epoch } = divider;

  if (me && me.readEpoch > epoch) {
    setDivider({ readSeq: me.readSeq, epoch: me.readEpoch, putBack: me.unreadCount > 0 });
  }

  useEffect(() => {
    if (focused || !allRead) return;
    const onReturn = () => setDivider({ readSeq: current, epoch, putBack: false });
    addEventListener('focus', onReturn, { once: true });
    return () => removeEventListener('focus', onReturn);
  }, [focused, allRead, current, epoch]);

  return divider;
};
