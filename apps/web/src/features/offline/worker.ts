const ASK_AGAIN_MS = 3_600_000;

/** Tells the service worker something it acts on; see service-worker/worker.ts. */
const tell = (worker: ServiceWorker | null | undefined, message: 'look-changed' | 'unseen') =>
  worker?.postMessage(message);

/** The page that starts without a network is to look as this one does now. */
export const tellLookChanged = () => tell(navigator.serviceWorker?.controller, 'look-changed');

/**
 * Installs the service worker and keeps it up to date. A new build waits until no page of ours is looked at; then it
 * takes over and they load again, so that none is left asking for scripts that are gone. Returns how to stop.
 */
export const keepWorker = (workers: ServiceWorkerContainer) => {
  let controlled = workers.controller !== null;
  let askedAt = Date.now();
  const install = () => void workers.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  const onVisibility = async () => {
    const registration = await workers.getRegistration();
    if (document.visibilityState === 'hidden') return tell(registration?.waiting, 'unseen');
    if (Date.now() - askedAt < ASK_AGAIN_MS) return;
    askedAt = Date.now();
    await registration?.update().catch(() => undefined);
  };
  const onTakeover = () => {
    if (controlled) location.reload();
    controlled = true;
  };

  // What the page itself needs comes first.
  if (document.readyState === 'complete') install();
  else addEventListener('load', install, { once: true });
  document.addEventListener('visibilitychange', onVisibility);
  workers.addEventListener('controllerchange', onTakeover);
  return () => {
    removeEventListener('load', install);
    document.removeEventListener('visibilitychange', onVisibility);
    workers.removeEventListener('controllerchange', onTakeover);
  };
};
