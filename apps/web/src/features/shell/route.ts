'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { PANELS, type Panel } from './paths';

/** The room that the address names, or null on the list. */
export const useRoomId = () => /^\/rooms\/([^/]+)/.exec(usePathname())?.[1] ?? null;

/** Whether the address is the search page's. */
export const useIsSearching = () => usePathname() === '/search';

/** Whether the messenger shows an address by itself; others are pages of the server. */
export const isMessengerPath = (path: string) => /^\/(rooms|search|threads)?(\/|$)/.test(path);

/** Whether the address is that of the threads that I follow. */
export const useIsThreads = () => usePathname() === '/threads';

/** The message that the address asks for: in the thread where it names one, else in the room. */
export const useLinkedMessageId = (place: 'room' | 'thread') => {
  const query = useSearchParams();
  return query.has('thread') === (place === 'thread') ? query.get('message') : null;
};

/** The thread that is open beside its room: the id of its first message. */
export const useThreadId = () => useSearchParams().get('thread');

/** What else is open beside the room. */
export const usePanel = (): Panel | null => {
  const named = useSearchParams().get('panel');
  return PANELS.find((panel) => panel === named) ?? null;
};

/**
 * Goes to another address of the messenger without asking the server: everything it shows is in the cache, or comes
 * over the socket. Next keeps its router in step with the browser's history.
 */
export const goTo = (path: string) => {
  if (location.pathname + location.search !== path) history.pushState(null, '', path);
};

/** Likewise, in place of the address that led here: Back must not lead to it. */
export const goOnTo = (path: string) => {
  if (location.pathname + location.search !== path) history.replaceState(null, '', path);
};
