import type { Page } from '@playwright/test';

/** Bytes of JavaScript that a page has fetched over the network, as they were sent (compressed). */
export async function countScriptBytes(page: Page): Promise<() => number> {
  const browser = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let total = 0;
  browser.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (type === 'Script' || response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  browser.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) total += encodedDataLength;
  });
  await browser.send('Network.enable');
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  return () => total;
}
