import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the server's HTML and in the first render over it, true from then on. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
