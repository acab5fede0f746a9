import { expect, type Page } from '@playwright/test';

/** Waits until the page would start without a network: its worker is installed and answers for it. */
export const isInstalled = async (page: Page): Promise<void> => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
};

/** Everything that the browser keeps for the page's worker: addresses and what stands there. */
export const keptByWorker = (page: Page): Promise<{ url: string; text: string }[]> =>
  page.evaluate(async () => {
    const kept = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        kept.push({ url: request.url, text: (await answer?.text()) ?? '' });
      }
    }
    return kept;
  });
