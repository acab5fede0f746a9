'use client';
import { useMe } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Hash, Users } from 'lucide-react';
import { PersonFace } from '@/features/presence/person-face';
import { Avatar } from '@/ui/avatar';
import { peerOf } from './room-name';

/** What stands before a room's name: a face, its picture, or the sign of its kind. */
export const RoomSign = ({ room }: { room: Room }) => {
  const me = useMe();
  const peer = peerOf(room, me?.id);
  if (peer) return <PersonFace person={peer} size={20} />;
  if (room.avatarUrl) return <Avatar id={room.id} name={room.name ?? ''} src={room.avatarUrl} size={20} />;
  const Icon = room.kind === 'channel' ? Hash : Users;
  return <Icon size={16} strokeWidth={1.9} aria-hidden="true" className="mx-0.5 flex-none opacity-80" />;
};
