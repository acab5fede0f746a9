import type { Member, Room, User } from '@parley/shared-types';
import { useChat } from './chat-context.js';
import { useDebounced } from './use-debounced.js';
import { usePaged, type Paged } from './use-paged.js';

/** People whose name has `query` in it; all of them for ''. Asks once the typing rests. */
export const usePeopleSearch = (query: string): Paged<User> => {
  const chat = useChat();
  const rested = useDebounced(query.trim());
  return usePaged(['people-search', rested], (cursor) => chat.findUsers(rested, cursor));
};

/** Channels whose name has `query` in it, mine (`me` set) or not. Asks once the typing rests. */
export const useDiscoverRooms = (query: string): Paged<Room> => {
  const chat = useChat();
  const rested = useDebounced(query.trim());
  return usePaged(['discover-rooms', rested], (cursor) => chat.discoverRooms(rested, cursor));
};

/** Who is in a room, with roles. Asked again whenever `version`, the room's, is another one. */
export const useMembers = (roomId: string, version = 0): Paged<Member> => {
  const chat = useChat();
  return usePaged(['members', roomId, version], (cursor) => chat.members(roomId, cursor));
};
