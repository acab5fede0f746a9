'use client';
import { useArchivedRooms } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { RoomGone } from './room-gone';

type ArchivedRoomProps = { roomId: string; children: (room: Room) => React.ReactNode };

/** A room that is not in the list may be among my archived ones; otherwise it is gone. */
export const ArchivedRoom = ({ roomId, children }: ArchivedRoomProps) => {
  const { items, isLoading } = useArchivedRooms();
  const room = items.find(({ id }) => id === roomId);
  if (room) return children(room);
  return isLoading ? <main /> : <RoomGone />;
};
