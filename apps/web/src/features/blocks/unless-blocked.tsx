'use client';
import { useIsBlocked, useMe } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { peerOf } from '@/features/rooms/room-name';
import { BlockedNote } from './blocked-note';

/** `id` is the composer's own: what leads to it leads here too. */
type UnlessBlockedProps = { id: string; room: Room; from: string; children: React.ReactNode };

/** Where one writes; to somebody whom I block, the way to it. */
export const UnlessBlocked = ({ id, room, from, children }: UnlessBlockedProps) => {
  const peer = peerOf(room, useMe()?.id);
  if (!useIsBlocked(peer?.id) || !peer) return children;
  return <BlockedNote id={id} person={peer} from={from} />;
};
