import { accessibilityFaults } from '../people/faults.js';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import { RoomSettings } from '../people/room-settings.js';

test('a starred room stands above all others, also on another device', async ({ ada, grace, linus }) => {
  const account = await ada.isSignedIn();
  const withGrace = await account.opens(await grace.account());
  await account.posts(await account.opens(await linus.account()), 'later');
  await ada.visits(withGrace);
  const settings = new RoomSettings(ada);

  await settings.opensTheMenu();
  await settings.item('Star').click();

  const starred = ada.screen.rooms.getByRole('region', { name: 'Starred' });
  await expect(starred.getByRole('link')).toContainText([grace.username]);
  const other = await ada.context.newPage();
  await other.goto('/rooms');
  await expect(other.getByRole('region', { name: 'Starred' }).getByRole('link')).toContainText([
    grace.username,
  ]);

  await settings.opensTheMenuOf(grace.username);
  await settings.item('Remove star').click();
  await expect(starred).toHaveCount(0);
  await expect(other.getByRole('region', { name: 'Starred' })).toHaveCount(0);
});

test('a muted room is silent until it mentions me', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const graces = await grace.account();
  const group = await account.creates('group', `loud ${unique()}`, graces.user);
  await ada.page.goto(`/rooms/${(await account.general()).id}`);
  const settings = new RoomSettings(ada);
  await settings.opensTheMenuOf(group.name!);
  await settings.level('Nothing').click();
  await ada.page.keyboard.press('Escape');
  const link = ada.screen.roomLink(group.name!);
  await expect(link).toHaveAccessibleName(/muted/);

  await graces.posts(group, 'chatter');
  await graces.posts(group, `look here, @${ada.username}`);

  await expect(link).toHaveAccessibleName(/1 mention/);
  await expect(link).not.toHaveAccessibleName(/unread/);
  await expect(ada.page).toHaveTitle(/^\(1\)/);
});

test('a mention is told apart from what is unread', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const graces = await grace.account();
  const group = await account.creates('group', `news ${unique()}`, graces.user);
  await ada.page.goto(`/rooms/${(await account.general()).id}`);
  await expect(ada.screen.ownStatus).toContainText('Online');

  await graces.posts(group, 'first');
  await graces.posts(group, `second, @${ada.username}`);

  await expect(ada.screen.roomLink(group.name!)).toHaveAccessibleName(/\b2 unread.*\b1 mention/);
});

test('a moderator renames the room, and everyone sees the name and the topic', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const group = await account.creates('group', `old ${unique()}`, (await grace.isSignedIn()).user);
  await ada.visits(group);
  await grace.visits(group);
  const settings = new RoomSettings(ada);
  const name = `new ${unique()}`;

  await settings.opensTheDetails();
  await settings.details.getByRole('textbox', { name: 'Name' }).fill(name);
  await settings.details.getByRole('textbox', { name: 'Topic' }).fill('soup and bread');
  await settings.details.getByRole('button', { name: 'Save' }).click();

  await expect(settings.details.getByRole('status')).toHaveText('Saved.');
  await expect(grace.screen.heading).toContainText(name);
  await expect(grace.screen.main.getByText('soup and bread')).toBeVisible();
});

test('a member sees what the room is about and may not change it', async ({ ada, grace }) => {
  const group = await (
    await grace.account()
  ).calls('createRoom', {
    kind: 'group',
    name: `lectures ${unique()}`,
    topic: 'every Thursday',
    memberIds: [(await ada.isSignedIn()).id],
  });
  await ada.visits(group);
  const settings = new RoomSettings(ada);

  await settings.opensTheDetails();

  await expect(settings.details.getByText('every Thursday')).toBeVisible();
  await expect(settings.details.getByRole('textbox')).toHaveCount(0);
  await expect(settings.details.getByRole('button', { name: 'Archive room' })).toHaveCount(0);
  await expect(settings.details.getByRole('button', { name: 'Leave room' })).toBeVisible();
});

test('an archived room leaves the list, and its owner brings it back', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const group = await account.creates('group', `summer ${unique()}`, (await grace.isSignedIn()).user);
  await ada.visits(group);
  await grace.page.goto('/rooms');
  await expect(grace.screen.roomLink(group.name!)).toBeVisible();
  const settings = new RoomSettings(ada);

  await settings.opensTheDetails();
  await settings.details.getByRole('button', { name: 'Archive room' }).click();
  await expect(settings.details.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await settings.details.getByRole('button', { name: 'Archive room' }).click();
  await expect(ada.screen.roomLink(group.name!)).toHaveCount(0);
  await expect(grace.screen.roomLink(group.name!)).toHaveCount(0);

  await ada.screen.newConversation.click();
  await ada.screen.dialog.getByRole('tab', { name: 'Channels' }).click();
  await ada.screen.dialog.getByText('Archived rooms').click();
  await ada.screen.dialog.getByRole('button', { name: `Bring ${group.name} back` }).click();

  await expect(ada.screen.heading).toContainText(group.name!);
  await expect(grace.screen.roomLink(group.name!)).toBeVisible();
  await ada.says('autumn now');
});

test('an archived room is read and not written in, and is brought back from there', async ({
  ada,
  grace,
}) => {
  const account = await ada.isSignedIn();
  const group = await account.creates('group', `winter ${unique()}`, (await grace.isSignedIn()).user);
  await account.posts(group, 'snow at last');
  await ada.visits(group);
  await grace.visits(group);

  await account.calls('archiveRoom', { roomId: group.id });

  for (const person of [ada, grace]) {
    await expect(person.screen.main.getByText(/This room is archived/)).toBeVisible();
    await expect(person.screen.message('snow at last')).toBeVisible();
    await expect(person.screen.composer).toHaveCount(0);
  }
  const restore = { name: 'Bring it back' };
  await expect(grace.screen.main.getByRole('button', restore)).toHaveCount(0);
  await ada.reloads();
  await ada.screen.main.getByRole('button', restore).click();

  await grace.says('and spring');
  await ada.hears('and spring');
});

test('leaving asks first, and leads to the list', async ({ ada, grace }) => {
  const group = await (
    await grace.account()
  ).creates('group', `brief ${unique()}`, (await ada.isSignedIn()).user);
  await ada.visits(group);
  const settings = new RoomSettings(ada);

  await settings.opensTheDetails();
  await settings.details.getByRole('button', { name: 'Leave room' }).click();
  await settings.details.getByRole('button', { name: 'Cancel' }).click();
  await ada.page.keyboard.press('Escape');
  await expect(ada.screen.roomLink(group.name!)).toBeVisible();
  await settings.opensTheDetails();
  await settings.details.getByRole('button', { name: 'Leave room' }).click();
  await settings.details.getByRole('button', { name: 'Leave room' }).click();

  await expect(settings.details).toBeHidden();
  await expect(ada.screen.roomLink(group.name!)).toHaveCount(0);
});

test('the owner makes a moderator, and passes the room on', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const group = await account.creates('group', `crew ${unique()}`, (await grace.isSignedIn()).user);
  await ada.visits(group);
  await grace.visits(group);
  await ada.opensTheMembers();
  await grace.opensTheMembers();
  const role = ada.screen.membersPanel.getByRole('combobox', { name: `Role of ${grace.username}` });

  await role.selectOption('moderator');
  await expect(
    grace.screen.membersPanel.getByRole('listitem').filter({ hasText: grace.username }),
  ).toContainText('moderator');

  await role.selectOption('owner');
  await ada.screen.membersPanel.getByRole('button', { name: 'Pass on' }).click();
  await expect(role).toHaveCount(0);
  await expect(
    grace.screen.membersPanel.getByRole('combobox', { name: `Role of ${ada.username}` }),
  ).toHaveValue('moderator');
});

test('one writes notes to oneself', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  await ada.screen.newConversation.click();

  await ada.screen.dialog.getByRole('button', { name: /Notes to self/ }).click();

  await expect(ada.screen.heading).toContainText(`${ada.username} (you)`);
  await ada.says('buy bread');
  await expect(ada.screen.roomLink(`${ada.username} (you)`)).not.toHaveAccessibleName(/unread/);
});

test('the menu of a room opens from the list by keyboard, and gives the focus back', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  const settings = new RoomSettings(ada);
  const link = ada.screen.roomLink(grace.username);

  await link.focus();
  await ada.page.keyboard.press('Shift+F10');
  await expect(settings.menu).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(settings.menu).toBeHidden();
  await expect(link).toBeFocused();

  await ada.page.keyboard.press('Shift+F10');
  await settings.item('Room details').focus();
  await ada.page.keyboard.press('Enter');
  await expect(settings.details).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(settings.details).toBeHidden();
  await expect(link).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the menu, the details and the members have no faults that axe finds', async ({ ada, grace }) => {
      const account = await ada.isSignedIn();
      const group = await account.creates('group', `choir ${unique()}`, (await grace.account()).user);
      await (await grace.account()).posts(group, `sing, @${ada.username}`);
      await account.calls('updateMyMembership', { roomId: group.id, starred: true, notify: 'none' });
      await ada.page.goto(`/rooms/${(await account.general()).id}`);
      const settings = new RoomSettings(ada);

      await settings.opensTheMenuOf(group.name!);
      await expect(settings.menu).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await settings.item('Room details').click();
      await expect(settings.details).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await settings.details.getByRole('button', { name: 'Archive room' }).click();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await ada.page.keyboard.press('Escape');

      await ada.opens(group.name!);
      await ada.opensTheMembers();
      await expect(ada.screen.membersPanel.getByRole('combobox')).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('a finger that rests on a room brings up its menu, and lifting it leads nowhere', async ({
    ada,
    grace,
  }) => {
    await (await ada.isSignedIn()).opens(await grace.account());
    await ada.page.goto('/rooms');
    const settings = new RoomSettings(ada);
    const box = (await ada.screen.roomLink(grace.username).boundingBox())!;
    const finger = await ada.context.newCDPSession(ada.page);
    const touch = { x: box.x + 60, y: box.y + box.height / 2 };

    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [touch] });
    await expect(settings.menu).toBeVisible();
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

    await settings.item('Star').tap();
    await expect(ada.screen.rooms.getByRole('region', { name: 'Starred' })).toContainText(grace.username);
    await expect(ada.page).toHaveURL(/\/rooms$/);
  });

  test('menu and details are at hand and fit', async ({ ada, grace }) => {
    const account = await ada.isSignedIn();
    await ada.visits(await account.creates('group', `walks ${unique()}`, (await grace.account()).user));
    const settings = new RoomSettings(ada);

    await settings.menuButton.tap();
    await expect(settings.menu).toBeVisible();
    expect(await tooSmallTargets(ada.page)).toEqual([]);
    await settings.item('Room details').tap();
    await expect(settings.details).toBeVisible();
    expect(await tooSmallTargets(ada.page)).toEqual([]);
    expect(await sidewaysOverflow(ada.page)).toBe(0);
  });
});
