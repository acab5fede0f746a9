import { CacheFirst, ExpirationPlugin, NetworkOnly, Serwist } from 'serwist';
import { buildFiles } from './files.js';
import { keepShell, keptShell } from './shell.js';

declare const self: ServiceWorkerGlobalScope;

const MONTH_S = 2_592_000;

/**
 * Starts the page without a network, and nothing more: answers of the API and pages with somebody's messages in
 * them are never kept here. What people last saw is in the page's own store.
 */
const serwist = new Serwist({
  precacheEntries: buildFiles.map((url) => ({ url, revision: null })),
  precacheOptions: { cleanupOutdatedCaches: true, ignoreURLParametersMatching: [] },
  clientsClaim: true,
  navigationPreload: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === 'navigate' && !/^\/api(\/|$)/.test(url.pathname),
      handler: new NetworkOnly({ plugins: [{ handlerDidError: keptShell }] }),
    },
    {
      // Also files of an earlier build: a page that is still open may ask for them.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
      handler: new CacheFirst({
        cacheName: 'static',
        plugins: [new ExpirationPlugin({ maxEntries: 120, maxAgeSeconds: MONTH_S })],
      }),
    },
  ],
});

/** When nobody looks at any page of ours, a new build may take over; its pages then load again. */
const takeOverUnseen = async (asking: Client | ServiceWorker | MessagePort | null) => {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const others = pages.filter((page) => !(asking instanceof Client) || page.id !== asking.id);
  if (others.every((page) => page.visibilityState === 'hidden')) await self.skipWaiting();
};

/** What a page may ask for; it calls these by name in src/features/offline/worker.ts. */
const ON_MESSAGE: Record<string, (event: ExtendableMessageEvent) => Promise<void>> = {
  'look-changed': () => keepShell(),
  /** From a page that nobody looks at any more. */
  unseen: ({ source }) => takeOverUnseen(source),
};

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('message', (event) => {
  const act = ON_MESSAGE[String(event.data)];
  if (act) event.waitUntil(act(event).catch(() => undefined));
});
serwist.addEventListeners();
