import { expect, test } from '../people/people.js';

const NOTES = ['first', 'second', 'third', 'fourth', 'fifth'];

test('messages typed offline wait in sight and arrive once each, in order', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);
  await ada.says('before');

  await ada.goesOffline();
  for (const note of NOTES) await ada.says(note);
  await expect(ada.screen.message('fifth')).toContainText(/Queued|Sending/);
  await expect(ada.screen.status.filter({ hasText: /connect|offline/i })).toBeVisible();

  await ada.comesBackOnline();
  for (const note of ['before', ...NOTES]) await grace.hears(note);
  await expect(grace.screen.articles).toHaveCount(NOTES.length + 1);
  await expect(ada.screen.articles).toHaveCount(NOTES.length + 1);
  await expect(ada.screen.message('fifth')).toContainText(/Sent|Delivered|Read/);
  expect(await (await ada.account()).bodiesIn(room)).toEqual(['before', ...NOTES]);
});

test('messages typed offline survive closing the page', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await grace.visits(room);
  await ada.visits(room);
  await ada.goesOffline();
  for (const note of NOTES) await ada.says(note);

  await ada.page.close();
  await ada.comesBackOnline();
  const page = await ada.context.newPage();
  await page.goto(`/rooms/${room.id}`);

  for (const note of NOTES) await grace.hears(note);
  await expect(page.getByRole('log', { name: 'Messages' }).getByRole('article')).toHaveCount(NOTES.length);
  expect(await (await ada.account()).bodiesIn(room)).toEqual(NOTES);
});

test('what others wrote meanwhile is there after coming back, without a reload', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await ada.goesOffline();
  await ada.says('mine, offline');
  await (await grace.account()).postsNotes(room, 30);

  await ada.comesBackOnline();

  await ada.hears('note 30');
  await expect(ada.screen.message('mine, offline')).toContainText(/Sent|Delivered|Read/);
  const bodies = await (await ada.account()).bodiesIn(room);
  expect(bodies).toHaveLength(31);
  expect(bodies.at(-1)).toBe('mine, offline');
});

test('whoever was removed while offline finds out on coming back, and nothing is posted', async ({
  ada,
  grace,
}) => {
  const gracesAccount = await grace.account();
  const adasAccount = await ada.isSignedIn();
  const room = await gracesAccount.creates('group', `the attic ${ada.username}`, adasAccount.user);
  await ada.visits(room);
  // The browser believes it is a member for as long as it hears nothing.
  await ada.goesOffline();
  await ada.says('too late');
  await gracesAccount.calls('removeMember', { roomId: room.id, userId: adasAccount.id });

  await ada.comesBackOnline();

  await expect(ada.screen.log).toBeHidden();
  await expect(ada.screen.main.getByRole('link')).toBeVisible();
  expect(await gracesAccount.bodiesIn(room)).toEqual([]);
});
