import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches now; false on the server. */
export const useMedia = (query: string) =>
  useSyncExternalStore(
    useCallback(
      (changed) => {
        const list = matchMedia(query);
        list.addEventListener('change', changed);
        return () => list.removeEventListener('change', changed);
      },
      [query],
    ),
    () => matchMedia(query).matches,
    () => false,
  );
