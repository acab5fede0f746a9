import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';

test('a group is made of people found, and they see it at once', async ({ ada, grace, linus }) => {
  await ada.isSignedIn();
  await grace.isSignedIn();
  await linus.account();
  const name = `reading circle ${unique()}`;
  await ada.page.goto('/');
  await grace.page.goto('/');

  await ada.makesAGroup(name, grace, linus);

  await expect(ada.screen.heading).toContainText(name);
  await grace.opens(name);
  await ada.says('chapter one');
  await grace.hears('chapter one');
});

test('a channel that one makes, another finds and joins', async ({ ada, grace }) => {
  await ada.isSignedIn();
  await grace.isSignedIn();
  const name = `gardening ${unique()}`;
  await ada.page.goto('/');
  await grace.page.goto('/');

  await ada.makesAChannel(name);
  await ada.says('tomatoes!');
  await grace.joinsChannel(name);

  await grace.hears('tomatoes!');
  await grace.says('basil');
  await ada.hears('basil');
});

test('a channel seen from outside shows a way in and no messages', async ({ ada, grace }) => {
  const channel = await (await grace.account()).creates('channel', `weather ${unique()}`);
  await (await grace.account()).posts(channel, 'rain');
  await ada.isSignedIn();

  await ada.page.goto(`/rooms/${channel.id}`);
  await expect(ada.screen.heading).toContainText(channel.name!);
  await expect(ada.page.getByText('rain', { exact: true })).toHaveCount(0);
  await ada.screen.main.getByRole('button', { name: /join/i }).click();

  await ada.hears('rain');
  await ada.says('umbrellas out');
});

test('the members panel tells who is in, invites, and follows those who come and go', async ({
  ada,
  grace,
  linus,
}) => {
  const group = await (
    await ada.isSignedIn()
  ).creates('group', `choir ${unique()}`, (await grace.account()).user);
  const linusAccount = await linus.account();
  await ada.visits(group);
  await ada.opensTheMembers();
  await expect(ada.screen.membersPanel).toContainText(grace.username);
  await expect(ada.screen.membersPanel).not.toContainText(linus.username);

  await ada.invites(linus);
  await expect(ada.screen.membersPanel).toContainText(linus.username);

  await linusAccount.calls('leaveRoom', { roomId: group.id });
  await expect(ada.screen.membersPanel).not.toContainText(linus.username);
});

test('whoever leaves a room is out of it', async ({ ada, grace }) => {
  const group = await (
    await grace.account()
  ).creates('group', `chess ${unique()}`, (await ada.isSignedIn()).user);
  await ada.visits(group);

  await ada.opensTheMembers();
  await ada.screen.membersPanel.getByRole('button', { name: /leave/i }).click();

  await expect(ada.screen.log).toBeHidden();
  await expect(ada.screen.roomLink(group.name!)).toHaveCount(0);
  ada.complaints.expect(/status of 404/);
  await ada.page.goto(`/rooms/${group.id}`);
  await expect(ada.screen.log).toBeHidden();
});

test('a removed member sees it at once', async ({ ada, grace }) => {
  const group = await (
    await ada.isSignedIn()
  ).creates('group', `fencing ${unique()}`, (await grace.isSignedIn()).user);
  await ada.visits(group);
  await grace.visits(group);

  await ada.opensTheMembers();
  await ada.screen.membersPanel.getByText(grace.username).hover();
  await ada.screen.membersPanel.getByRole('button', { name: `Remove ${grace.username}` }).click();

  await expect(grace.screen.log).toBeHidden();
  await expect(grace.screen.composer).toBeHidden();
  await expect(grace.screen.roomLink(group.name!)).toHaveCount(0);
  await expect(grace.screen.heading).toBeVisible();
  await expect(ada.screen.membersPanel).not.toContainText(grace.username);
});

test('switching rooms shows the other room and nothing of the first', async ({ ada, grace, linus }) => {
  const adasAccount = await ada.isSignedIn();
  const first = await adasAccount.opens(await grace.account());
  const second = await adasAccount.opens(await linus.account());
  await adasAccount.posts(first, 'for grace only');
  await adasAccount.posts(second, 'for linus only');
  await ada.visits(first);
  await ada.hears('for grace only');

  await ada.opens(linus.username);
  await ada.hears('for linus only');
  await expect(ada.page.getByText('for grace only')).toHaveCount(0);
  await expect(ada.page).toHaveURL(new RegExp(second.id));

  await ada.page.goBack();
  await ada.hears('for grace only');
  await expect(ada.screen.heading).toContainText(grace.username);
});

test('the root leads to the room that was open last', async ({ ada, grace, linus }) => {
  const adasAccount = await ada.isSignedIn();
  const room = await adasAccount.opens(await grace.account());
  const other = await adasAccount.opens(await linus.account());
  await ada.visits(room);
  await expect(ada.screen.composer).toBeFocused();
  await (await linus.account()).posts(other, 'busier than grace');

  await ada.page.goto('/');

  await expect(ada.page).toHaveURL(new RegExp(room.id));
});

test('rooms with the latest activity come first', async ({ ada, grace, linus }) => {
  const adasAccount = await ada.isSignedIn();
  const withGrace = await adasAccount.opens(await grace.account());
  const withLinus = await adasAccount.opens(await linus.account());
  await adasAccount.posts(withGrace, 'one');
  await adasAccount.posts(withLinus, 'two');
  await ada.visits(withGrace);
  const people = ada.screen.rooms.getByRole('link').filter({ hasText: /grace-|linus-/ });
  await expect(people).toHaveText([new RegExp(linus.username), new RegExp(grace.username)]);

  await (await grace.account()).posts(withGrace, 'three');

  await expect(people).toHaveText([new RegExp(grace.username), new RegExp(linus.username)]);
});
