import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import { isInstalled, keptByWorker } from '../people/worker.js';

type Icon = { src: string; sizes: string; type: string; purpose?: string };

/** Width and height as the first chunk of a PNG tells them. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test('the page can be installed: a manifest with icons of the sizes it names', async ({ ada, url }) => {
  await ada.page.goto('/login');
  const address = await ada.page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await fetch(new URL(address!, url));
  expect(answer.headers.get('content-type')).toContain('application/manifest+json');
  const manifest = (await answer.json()) as { icons: Icon[] } & Record<string, unknown>;
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });

  const pngs = manifest.icons.filter(({ type }) => type === 'image/png');
  for (const icon of pngs) {
    const picture = await fetch(new URL(icon.src, url));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(sizeOf(Buffer.from(await picture.arrayBuffer()))).toBe(icon.sizes);
  }
  expect(pngs.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
});

test('the worker is asked for anew each time, and may do nothing but its work', async ({ url }) => {
  const { status, headers } = await fetch(`${url}/sw.js`);

  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('text/javascript');
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a room installs the worker, and it keeps nothing of anybody', async ({ ada, grace }) => {
  const secret = unique(20);
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, secret);
  await ada.visits(room);
  await isInstalled(ada.page);

  // Under the worker once more, as on every later visit.
  await ada.visits(room);
  await ada.hears(secret);

  const kept = await keptByWorker(ada.page);
  const paths = kept.map(({ url }) => new URL(url).pathname);
  expect(paths).toContain('/offline');
  expect(paths.filter((path) => !/^\/(_next\/static\/|icon|offline$)/.test(path))).toEqual([]);
  for (const { url, text } of kept) {
    expect(text.includes(secret) || text.includes(ada.username), url).toBe(false);
  }
});

test('the worker leaves the API and its errors alone', async ({ ada }) => {
  await ada.signsIn();
  await isInstalled(ada.page);

  const [status, kept] = await ada.page.evaluate(async () => {
    const answer = await fetch('/api/v1/auth/me');
    return [answer.status, (await caches.match('/api/v1/auth/me')) !== undefined] as const;
  });

  expect([status, kept]).toEqual([200, false]);
});

test('a new build waits while the page is looked at, takes over afterwards, and the page loads again', async ({
  ada,
}) => {
  await ada.signsIn();
  await isInstalled(ada.page);
  // To the browser a worker from another address is another build's.
  await ada.page.evaluate(() => navigator.serviceWorker.register('/sw.js?next'));
  const waiting = () =>
    ada.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
  await expect.poll(waiting).toBe('installed');
  await ada.screen.composer.fill('half a thought');

  await ada.page.evaluate(() => {
    Object.assign(window, { beforeTheTakeover: true });
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });

  await ada.page.waitForFunction(() => !('beforeTheTakeover' in window));
  await expect(ada.screen.composer).toHaveValue('half a thought');
  const controller = () => ada.page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  expect(await controller()).toMatch(/\/sw\.js\?next$/);
});
