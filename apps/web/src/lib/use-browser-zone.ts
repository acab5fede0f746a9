import { useSyncExternalStore } from 'react';

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone of this browser; in the server's HTML and in the first render over it, the one that it was told of. */
export const useBrowserZone = (toldZone: string) => useSyncExternalStore(never, browserZone, () => toldZone);
