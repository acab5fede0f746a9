import { expect, test } from '../people/own-messenger.js';

test('after the API was killed and restarted both converge without a reload', async ({
  ada,
  grace,
  messenger,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);
  await ada.says('before');
  await grace.hears('before');
  await ada.page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  await messenger.killApi();
  await ada.says('while it was gone');
  await grace.says('me too');
  await expect(ada.screen.message('while it was gone')).toContainText(/Queued|Sending/);
  await messenger.startApi();

  await grace.hears('while it was gone');
  await ada.hears('me too');
  await ada.says('after');
  await grace.hears('after');
  for (const person of [ada, grace]) await expect(person.screen.articles).toHaveCount(4);
  expect(await ada.page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  const stored = await (await ada.account()).bodiesIn(room);
  expect(stored.toSorted()).toEqual(['after', 'before', 'me too', 'while it was gone']);
});

test('while the API is down a page explains, and Retry leads back', async ({ ada, messenger }) => {
  await ada.isSignedIn();
  await messenger.killApi();

  await ada.page.goto('/rooms');
  const retry = ada.page
    .getByRole('link', { name: 'Retry' })
    .or(ada.page.getByRole('button', { name: 'Retry' }));
  await expect(retry).toBeVisible();
  await expect(ada.page.getByRole('heading', { level: 1 })).toBeVisible();

  await messenger.startApi();
  await retry.click();
  await expect(ada.screen.rooms).toBeVisible();
});

test('while the API is down its addresses answer a problem, and the web server lives', async ({
  messenger,
}) => {
  const { url } = messenger.addresses;
  await messenger.killApi();

  const answer = await fetch(`${url}/api/v1/auth/me`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
  const polling = await fetch(`${url}/socket.io/?EIO=4&transport=polling`);
  expect(polling.status).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  await messenger.startApi();
  expect((await fetch(`${url}/api/v1/auth/me`)).status).toBe(401);
});
