import { useMe, useMembers, usePeopleSearch } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Megaphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Avatar } from '@/ui/avatar';
import { rankPeople } from './rank-people';
import { MAX_SUGGESTIONS, type Suggestion } from './suggestion';

/** So many are fetched to choose from; in larger channels the server is asked by name. */
const MAX_ROSTER = 300;

const useRoster = (room: Room) => {
  const { items, hasMore, isLoading, loadMore } = useMembers(room.id);
  const wanted = hasMore && !isLoading && items.length < MAX_ROSTER;
  useEffect(() => {
    if (wanted) loadMore();
  }, [wanted, loadMore]);
  return items.length > 0 ? items.map(({ user }) => user) : room.members;
};

const useCallsToAll = (room: Room, typed: string): Suggestion[] => {
  const t = useTranslations('composer');
  if (room.kind === 'direct') return [];
  const count = Math.max(room.memberCount - 1, 0);
  return (['room', 'here'] as const)
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({
      key: name,
      insert: `@${name} `,
      label: `@${name}`,
      detail: t(name === 'room' ? 'callRoom' : 'callHere', { count }),
      sign: <Megaphone size={16} strokeWidth={1.8} aria-hidden="true" />,
    }));
};

/** Whom `@…` may call: people of the room, then all of them at once. */
export const usePeopleSuggestions = (room: Room, typed: string): Suggestion[] => {
  const me = useMe();
  const roster = useRoster(room);
  const found = usePeopleSearch(room.kind === 'channel' && room.memberCount > MAX_ROSTER ? typed : '');
  const isLarge = room.memberCount > MAX_ROSTER;
  const people = rankPeople(isLarge ? [...roster, ...found.items] : roster, typed, me?.id);
  const all = useCallsToAll(room, typed);
  return [
    ...people.slice(0, MAX_SUGGESTIONS - all.length).map((person) => ({
      key: person.id,
      insert: `@${person.username} `,
      label: person.displayName,
      ...(person.displayName !== person.username && { detail: `@${person.username}` }),
      sign: <Avatar id={person.id} name={person.displayName} src={person.avatarUrl} size={20} />,
    })),
    ...all,
  ];
};
