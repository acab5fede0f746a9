import { MessageActs } from '../people/actions.js';
import { isKept, keptOnDevice } from '../people/device.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { isInstalled } from '../people/worker.js';

/** Has been here before, long enough for the device to know everything. */
const hasSeen = async (person: Person, room: { id: string }, body: string) => {
  await person.visits(room);
  await person.hears(body);
  await isInstalled(person.page);
  await isKept(person.page, body);
};

test('without a network a reload shows what was last seen, and what is written waits for the network', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await (await grace.account()).posts(room, 'see you at the harbour');
  await hasSeen(ada, room, 'see you at the harbour');

  await ada.goesOffline();
  await ada.reloads();
  await ada.hears('see you at the harbour');
  await expect(ada.screen.roomLink('general')).toBeVisible();
  await expect(ada.screen.status.filter({ hasText: /no connection/i })).toBeVisible();
  for (const body of ['one', 'two', 'three']) await ada.says(body);

  await ada.reloads();
  for (const body of ['see you at the harbour', 'one', 'two', 'three']) await ada.hears(body);
  await expect(ada.screen.message('three')).toContainText('Queued');

  await grace.visits(room);
  await (await grace.account()).posts(room, 'meanwhile');
  await ada.comesBackOnline();

  await ada.hears('meanwhile');
  for (const body of ['one', 'two', 'three']) {
    await grace.hears(body);
    await expect(ada.screen.message(body)).toContainText(/Sent|Delivered|Read/);
  }
  await expect(ada.screen.ownStatus).toContainText('Online');
  expect(await (await ada.account()).bodiesIn(room)).toEqual([
    'see you at the harbour',
    'meanwhile',
    'one',
    'two',
    'three',
  ]);
  await expect(ada.screen.articles).toHaveCount(5);
});

test('without a network an edit and a reaction are there at once and after a reload, and arrive', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await (await grace.account()).posts(room, 'when shall we meet?');
  await (await ada.account()).posts(room, 'at ten');
  await hasSeen(ada, room, 'at ten');
  const acts = new MessageActs(ada);

  await ada.goesOffline();
  await ada.reloads();
  await ada.hears('at ten');
  await acts.edits('at ten', 'at eleven');
  // All emoji but the usual ones are asked for with the first look at them.
  ada.complaints.expect(/Failed to fetch/);
  await acts.reacts('when shall we meet?', '👍');
  await ada.reloads();
  await ada.hears('at eleven');
  await expect(acts.reaction('when shall we meet?', '👍')).toBeVisible();

  await grace.visits(room);
  await grace.hears('at ten');
  await ada.comesBackOnline();
  await grace.hears('at eleven');
  await expect(new MessageActs(grace).reaction('when shall we meet?', '👍')).toBeVisible();
});

test('without a network the bare address leads to the last room, and other rooms open', async ({
  ada,
  grace,
  linus,
}) => {
  const adas = await ada.isSignedIn();
  const first = await adas.opens(await grace.account());
  const second = await adas.opens(await linus.account());
  await (await grace.account()).posts(first, 'from grace');
  await (await linus.account()).posts(second, 'from linus');
  await hasSeen(ada, first, 'from grace');
  await hasSeen(ada, second, 'from linus');

  await ada.goesOffline();
  await ada.page.goto('/');

  await ada.hears('from linus');
  await expect(ada.page).toHaveURL(new RegExp(`/rooms/${second.id}$`));
  await ada.opens(grace.username);
  await ada.hears('from grace');
});

test('without a network an address that needs it says so, and leads to the rooms', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'still here');
  await hasSeen(ada, room, 'still here');

  await ada.goesOffline();
  await ada.page.goto('/account');
  await expect(ada.screen.heading).toContainText('You are offline');
  await ada.screen.main.getByRole('link', { name: 'To my rooms' }).click();
  await expect(ada.screen.roomLink(grace.username)).toBeVisible();

  await ada.page.goto('/account');
  await expect(ada.screen.heading).toContainText('You are offline');
  await ada.comesBackOnline();
  await expect(ada.page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('signing out leaves nothing to be seen without a network', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'between us');
  await hasSeen(ada, room, 'between us');
  await ada.signsOut();
  expect(await keptOnDevice(ada.page)).toEqual([]);

  await ada.goesOffline();
  await ada.page.goto(`/rooms/${room.id}`);

  await expect(ada.screen.heading).toContainText('You are offline');
  await expect(ada.page.getByText('Sign in once')).toBeVisible();
  await expect(ada.page.getByText('between us')).toHaveCount(0);

  await ada.comesBackOnline();
  await expect(ada.screen.username).toBeVisible();
});

test('when the session ended meanwhile, the page asks for it over what it shows', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const room = await account.opens(await grace.account());
  await (await grace.account()).posts(room, 'before the night');
  await hasSeen(ada, room, 'before the night');

  await ada.goesOffline();
  await ada.reloads();
  await ada.hears('before the night');
  await ada.says('after the night');
  await account.calls('logout', {});
  await ada.comesBackOnline();

  await expect(ada.screen.dialog).toContainText('You were signed out');
  await ada.screen.dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(ada.screen.message('after the night')).toContainText(/Sent|Delivered|Read/);
});
