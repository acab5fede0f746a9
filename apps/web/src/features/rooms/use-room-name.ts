import { useMe, useUser } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { peerOf, roomName } from './room-name';

/** What a room is called now; '' without a room. A person may change their name while the page is open. */
export const useRoomName = (room: Room | undefined) => {
  const me = useMe();
  const peer = useUser((room && peerOf(room, me?.id)?.id) ?? '');
  return room ? (peer?.displayName ?? roomName(room, me?.id)) : '';
};
