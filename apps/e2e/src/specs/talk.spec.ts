import { expect, test } from '../people/people.js';

test('two people sign in, find one another and talk both ways', async ({ ada, grace }) => {
  await grace.signsIn();
  await ada.signsIn();

  await ada.finds(grace);
  await ada.says('hi grace');
  await grace.opens(ada.username);
  await grace.hears('hi grace');
  await grace.says('hello ada');
  await ada.hears('hello ada');
  await expect(ada.screen.articles).toHaveCount(2);

  await ada.reloads();
  await ada.hears('hi grace');
  await ada.hears('hello ada');
  await expect(ada.screen.heading).toContainText(grace.username);
});

test('a newcomer lands in general', async ({ ada }) => {
  await ada.signsIn();

  await expect(ada.screen.heading).toContainText('general');
  await expect(ada.screen.roomLink('general')).toBeVisible();
});

test('a message says who wrote it and when', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);

  await ada.says('on time');

  const name = new RegExp(`${ada.username}.*\\d{1,2}:\\d{2}`);
  await expect(ada.screen.message('on time')).toHaveAccessibleName(name);
});

test('each sees that the other is typing, and that it ends', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);

  await grace.screen.composer.pressSequentially('wait');
  await expect(ada.page.getByText(`${grace.username} is typing`)).toBeVisible();
  await expect(grace.page.getByText(/is typing/)).toBeHidden();

  await grace.screen.composer.press('Enter');
  await ada.hears('wait');
  await expect(ada.page.getByText(/is typing/)).toBeHidden();
});

test('each sees when the other comes and goes', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  const link = ada.screen.roomLink(grace.username);
  await expect(link).toHaveAccessibleDescription(/offline/i);

  await grace.visits(room);
  await expect(link).toHaveAccessibleDescription(/online/i);
  await expect(ada.screen.main.getByText('Online', { exact: true })).toBeVisible();

  await grace.page.close();
  await expect(link).toHaveAccessibleDescription(/offline/i);
});

test('a message goes from sent to delivered to read', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  const general = await (await grace.account()).general();
  await ada.visits(room);

  await ada.says('are you there?');
  const message = ada.screen.message('are you there?');
  await expect(message).toContainText('Sent');

  await grace.visits(general);
  await expect(message).toContainText('Delivered');

  await grace.opens(ada.username);
  await expect(message).toContainText('Read');
});

test('what is unread shows in the list, the title and the icon, until it is read', async ({ ada, grace }) => {
  const adasAccount = await ada.isSignedIn();
  const room = await adasAccount.opens(await grace.isSignedIn());
  const link = grace.screen.roomLink(ada.username);
  const icon = grace.page.locator('link[rel="icon"]').first();
  await grace.visits(await (await grace.account()).general());
  await expect(grace.page).toHaveTitle(/^general – Parley$/);
  const readIcon = await icon.getAttribute('href');

  await adasAccount.posts(room, 'one');
  await adasAccount.posts(room, 'two');
  await expect(link).toHaveAccessibleName(/\b2\b.*unread/i);
  await expect(grace.page).toHaveTitle(/^\(2\) general – Parley$/);
  await expect(icon).not.toHaveAttribute('href', readIcon!);

  await grace.opens(ada.username);
  await grace.hears('two');
  await expect(link).not.toHaveAccessibleName(/unread/i);
  await expect(grace.page).not.toHaveTitle(/\(/);
  await expect(icon).toHaveAttribute('href', readIcon!);
});

test('what is read in one tab is read in the other', async ({ ada, grace }) => {
  const adasAccount = await ada.isSignedIn();
  const room = await adasAccount.opens(await grace.isSignedIn());
  await grace.visits(await (await grace.account()).general());
  await adasAccount.posts(room, 'once is enough');
  const link = grace.screen.roomLink(ada.username);
  await expect(link).toHaveAccessibleName(/unread/i);

  await (await grace.account()).calls('markRead', { roomId: room.id, seq: 1 });

  await expect(link).not.toHaveAccessibleName(/unread/i);
});
