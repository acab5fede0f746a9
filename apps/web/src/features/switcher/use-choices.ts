import { useDiscoverRooms, useMe, usePeopleSearch, useRooms } from '@parley/chat-client/react';
import type { Room, User } from '@parley/shared-types';
import { peerOf, roomName } from '@/features/rooms/room-name';
import { useRoomId } from '@/features/shell/route';
import { bestFirst } from './fuzzy';
import { recentFirst } from './recent-rooms';

const MOST_ROOMS = 30;
const MOST_OTHERS = 8;

const namesOf = ({ displayName, username }: User) => [displayName, username];

/** Where one could go: my rooms from memory at once, then people and channels that the server finds. */
export const useChoices = (typed: string) => {
  const me = useMe();
  const openId = useRoomId();
  const mine = useRooms().filter((room) => room.me);
  const people = usePeopleSearch(typed);
  const channels = useDiscoverRooms(typed);

  const roomNames = (room: Room) => {
    const peer = peerOf(room, me?.id);
    return peer ? namesOf(peer) : [roomName(room, me?.id)];
  };
  const met = new Set(mine.map((room) => peerOf(room, me?.id)?.id));
  const inside = new Set(mine.map(({ id }) => id));
  const isAsked = typed.trim() !== '';
  return {
    rooms: bestFirst(recentFirst(mine, openId), typed, roomNames).slice(0, MOST_ROOMS),
    people: isAsked
      ? bestFirst(people.items, typed, namesOf)
          .filter(({ id }) => !met.has(id))
          .slice(0, MOST_OTHERS)
      : [],
    channels: isAsked
      ? bestFirst(channels.items, typed, (room) => [room.name ?? ''])
          .filter(({ id }) => !inside.has(id))
          .slice(0, MOST_OTHERS)
      : [],
    isLoading: isAsked && (people.isLoading || channels.isLoading),
    error: people.error ?? channels.error,
  };
};
