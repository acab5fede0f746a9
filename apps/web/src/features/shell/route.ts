'use client';
import { usePathname, useSearchParams } from 'next/navigation';

/** The room that the address names, or null on the list. */
export const useRoomId = () => /^\/rooms\/([^/]+)/.exec(usePathname())?.[1] ?? null;

/** The message that the address asks for. */
export const useLinkedMessageId = () => useSearchParams().get('message');

/**
 * Goes to another address of the messenger without asking the server: everything it shows is in the cache, or comes
 * over the socket. Next keeps its router in step with the browser's history.
 */
export const goTo = (path: string) => {
  if (location.pathname + location.search !== path) history.pushState(null, '', path);
};
