'use client';
import type { Room, User } from '@parley/shared-types';
import { PersonFace } from '@/features/presence/person-face';
import { RoomSign } from '@/features/rooms/room-sign';
import { UnreadCount } from '@/features/rooms/unread-count';
import { useRoomName } from '@/features/rooms/use-room-name';
import { Choice } from './choice';

export const RoomChoice = ({ room, onChoose }: { room: Room; onChoose: () => void }) => (
  <Choice
    value={room.id}
    sign={<RoomSign room={room} />}
    name={useRoomName(room)}
    hint={room.topic}
    onChoose={onChoose}
  >
    {room.me && <UnreadCount room={room} />}
  </Choice>
);

export const PersonChoice = ({ person, onChoose }: { person: User; onChoose: () => void }) => (
  <Choice
    value={person.id}
    sign={<PersonFace person={person} size={20} />}
    name={person.displayName}
    hint={person.username === person.displayName ? null : person.username}
    onChoose={onChoose}
  />
);
