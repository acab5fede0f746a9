/** Long enough hidden to doubt that the connection survived, in milliseconds. */
const LONG_HIDDEN_MS = 60_000;

interface WakeHandlers {
  wake: (wasAway: boolean) => void;
  networkLost: () => void;
}

/**
 * Calls `wake` when the network is back and when the page is looked at again; `wasAway` after at least a minute
 * hidden; and `networkLost` when the browser says so, which no socket notices by itself for a while. Returns how to stop. Does nothing where there is no page.
 */
export const onWake = ({ wake, networkLost }: WakeHandlers): (() => void) => {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => undefined;
  let hiddenSince = Date.now();

  const online = () => wake(true);
  const visibility = () => {
    if (document.visibilityState === 'hidden') hiddenSince = Date.now();
    else wake(Date.now() - hiddenSince >= LONG_HIDDEN_MS);
  };

  window.addEventListener('online', online);
  window.addEventListener('offline', networkLost);
  document.addEventListener('visibilitychange', visibility);
  return () => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', networkLost);
    document.removeEventListener('visibilitychange', visibility);
  };
};
