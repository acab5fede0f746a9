import type { Member, Room, SearchResult, User } from '@parley/shared-types';
import { useChat } from './chat-context.js';
import { useDebounced } from './use-debounced.js';
import { usePaged, type Paged } from './use-paged.js';

/** While the typing has not come to rest, what is there is not yet the answer. */
const answering = <Item>(paged: Paged<Item>, isRested: boolean): Paged<Item> =>
  isRested ? paged : { ...paged, isLoading: true };

/** People whose name has `query` in it; all of them for ''. Asks once the typing rests. */
export const usePeopleSearch = (query: string): Paged<User> => {
  const chat = useChat();
  const rested = useDebounced(query.trim());
  const found = usePaged(['people-search', rested], (cursor) => chat.findUsers(rested, cursor));
  return answering(found, rested === query.trim());
};

/** Channels whose name has `query` in it, mine (`me` set) or not. Asks once the typing rests. */
export const useDiscoverRooms = (query: string): Paged<Room> => {
  const chat = useChat();
  const rested = useDebounced(query.trim());
  const found = usePaged(['discover-rooms', rested], (cursor) => chat.discoverRooms(rested, cursor));
  return answering(found, rested === query.trim());
};

/** Messages that `q` finds, in one room or in all of mine, latest first. Asks once the typing rests; '' asks nothing. */
export const useMessageSearch = (q: string, roomId?: string): Paged<SearchResult> => {
  const chat = useChat();
  const rested = useDebounced(q.trim());
  const query = { q: rested, ...(roomId === undefined ? {} : { roomId }) };
  const found = usePaged(['message-search', query], (cursor) => chat.search(query, cursor), rested !== '');
  return answering(found, rested === q.trim());
};

/** Who is in a room, with roles. Asked again whenever `version`, the room's, is another one. */
export const useMembers = (roomId: string, version = 0): Paged<Member> => {
  const chat = useChat();
  return usePaged(['members', roomId, version], (cursor) => chat.members(roomId, cursor));
};
