import type { Room, Thread } from '@parley/shared-types';
import { keys } from '../cache.js';
import { useChat } from './chat-context.js';
import { usePaged, type Paged } from './use-paged.js';

// Apart from the hooks that every room needs: what pages through lists is then not loaded with it.

/** My rooms that are archived. */
export const useArchivedRooms = (): Paged<Room> => {
  const chat = useChat();
  return usePaged(keys.archivedRooms, (cursor) => chat.archivedRooms(cursor));
};

/** The threads that I follow, latest reply first. */
export const useThreads = (): Paged<Thread> => {
  const chat = useChat();
  return usePaged(keys.threads, (cursor) => chat.threads(cursor));
};
