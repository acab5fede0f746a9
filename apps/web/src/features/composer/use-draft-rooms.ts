import { useMe } from '@parley/chat-client/react';
import { useMemo, useSyncExternalStore } from 'react';
import { draftRooms, onDrafts } from './draft-store';

/** The rooms in which I have begun to write something. None in the server's HTML, which does not know. */
export const useDraftRooms = (): ReadonlySet<string> => {
  const me = useMe()?.id;
  // A string, so that a keystroke more in the same room changes nothing.
  const ids = useSyncExternalStore(
    onDrafts,
    () => (me ? draftRooms(me).join(' ') : ''),
    () => '',
  );
  return useMemo(() => new Set(ids.split(' ').filter(Boolean)), [ids]);
};
