import { accessibilityFaults } from '../people/faults.js';
import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import { RoomSettings } from '../people/room-settings.js';

test('all is marked as read at once, on every device, and Undo brings it back', async ({
  ada,
  grace,
  linus,
}) => {
  const account = await ada.isSignedIn();
  const withGrace = await account.opens(await grace.account());
  const withLinus = await account.opens(await linus.account());
  await (await grace.account()).posts(withGrace, 'one');
  await (await grace.account()).posts(withGrace, 'two');
  await (await linus.account()).posts(withLinus, 'three');
  const notes = await account.opens(account);
  await ada.visits(notes);
  const other = await ada.context.newPage();
  await other.goto(`/rooms/${notes.id}`);
  for (const page of [ada.page, other]) await expect(page).toHaveTitle(/^\(3\)/);

  await ada.page.getByRole('button', { name: 'Mark all as read' }).click();
  for (const page of [ada.page, other]) {
    await expect(page).not.toHaveTitle(/^\(/);
    await expect(
      page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /unread/ }),
    ).toHaveCount(0);
  }

  await ada.page.getByRole('button', { name: 'Undo' }).click();
  for (const page of [ada.page, other]) {
    await expect(page).toHaveTitle(/^\(3\)/);
    await expect(
      page.getByRole('link', { name: new RegExp(`${grace.username}.*\\b2 unread`) }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: new RegExp(`${linus.username}.*\\b1 unread`) }),
    ).toBeVisible();
  }
});

test('a room is marked as unread from the list, and as read again', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const withGrace = await account.opens(await grace.account());
  await (await grace.account()).posts(withGrace, 'for later');
  await account.calls('markRead', { roomId: withGrace.id, seq: 1 });
  await ada.visits(await account.opens(account));
  const settings = new RoomSettings(ada);
  const link = ada.screen.roomLink(grace.username);
  await expect(link).not.toHaveAccessibleName(/unread/);

  await settings.opensTheMenuOf(grace.username);
  await settings.item('Mark as unread').click();
  await expect(link).toHaveAccessibleName(/\b1 unread/);

  await settings.opensTheMenuOf(grace.username);
  await settings.item('Mark as read').click();
  await expect(link).not.toHaveAccessibleName(/unread/);
});

test('title and app badge tell the sum of the list', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const graces = await grace.account();
  const loud = await account.creates('group', `loud ${unique()}`, graces.user);
  await account.calls('updateMyMembership', { roomId: loud.id, notify: 'none' });
  const withGrace = await account.opens(graces);
  await ada.page.addInitScript(() => {
    const badges: number[] = [];
    Object.assign(window, { badges });
    navigator.setAppBadge = async (count = 0) => void badges.push(count);
  });
  await ada.visits(await account.opens(account));

  await graces.posts(loud, 'nobody is told of this');
  await graces.posts(withGrace, 'one');
  await graces.posts(withGrace, 'two');

  await expect(ada.page).toHaveTitle(/^\(2\)/);
  await expect
    .poll(() => ada.page.evaluate(() => (window as unknown as { badges: number[] }).badges.at(-1)))
    .toBe(2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('what says that all is read has no faults that axe finds', async ({ ada, grace }) => {
      const account = await ada.isSignedIn();
      await (await grace.account()).posts(await account.opens(await grace.account()), 'hello');
      await ada.visits(await account.opens(account));

      await ada.page.keyboard.press('Shift+Escape');
      await expect(ada.page.getByRole('button', { name: 'Undo' })).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}
