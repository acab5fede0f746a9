import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import { quoted } from '../people/quoted.js';

test.use({ javaScriptEnabled: false });

test('without JavaScript a person signs in, reads, sends and signs out', async ({ ada, grace }) => {
  const room = await (await ada.account()).opens(await grace.account());
  await (await grace.account()).posts(room, 'hello from grace');

  await ada.page.goto('/');
  await ada.screen.username.fill(ada.username);
  await ada.screen.continue.click();
  await expect(ada.screen.rooms).toBeVisible();

  await ada.opens(grace.username);
  await ada.hears('hello from grace');
  await ada.screen.composer.fill('hello from ada');
  await ada.screen.send.click();
  await ada.hears('hello from ada');
  expect(await (await grace.account()).bodiesIn(room)).toEqual(['hello from grace', 'hello from ada']);

  await ada.screen.account.click();
  await ada.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(ada.page).toHaveURL(/\/login/);
  await ada.page.goto(`/rooms/${room.id}`);
  await expect(ada.page).toHaveURL(/\/login/);
});

test('without JavaScript a bad name is refused with a reason', async ({ ada }) => {
  await ada.page.goto('/login');

  await ada.screen.username.fill('no spaces allowed');
  await ada.screen.continue.click();

  await expect(ada.page.getByRole('alert')).toContainText(/letters/i);
  await expect(ada.screen.username).toHaveValue('no spaces allowed');
});

test('without JavaScript the first HTML has rooms, unread numbers and the latest messages', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const other = await (
    await grace.account()
  ).creates('group', `book club ${ada.username}`, await ada.account());
  await (await grace.account()).postsNotes(room, 60);
  await (await grace.account()).postsNotes(other, 3);

  await ada.reads(room);

  await expect(ada.screen.articles).toHaveCount(50);
  await ada.hears('note 60');
  await expect(ada.screen.roomLink(`book club ${ada.username}`)).toHaveAccessibleName(/\b3\b.*unread/);
});

test('without JavaScript older messages are behind a link', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).postsNotes(room, 120);
  await ada.reads(room);

  await ada.page.getByRole('link', { name: /older/i }).click();
  await ada.hears('note 70');
  await ada.page.getByRole('link', { name: /older/i }).click();
  await ada.hears('note 1');
  await expect(ada.page.getByRole('link', { name: /older/i })).toHaveCount(0);
});

test('without JavaScript a form that is posted twice says it once', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.reads(room);
  await ada.screen.composer.fill('only once');
  const form = ada.page.locator('form').filter({ has: ada.screen.send });
  const fields = Object.fromEntries(
    await Promise.all(
      (await form.locator('[name]').all()).map(
        async (field) => [(await field.getAttribute('name'))!, await field.inputValue()] as const,
      ),
    ),
  );
  const action = (await form.getAttribute('action'))!;

  const post = () =>
    ada.context.request.post(action, { form: fields, headers: { origin: ada.url }, maxRedirects: 0 });
  const statuses = [(await post()).status(), (await post()).status()];

  expect(statuses).toEqual([303, 303]);
  expect(await (await ada.account()).bodiesIn(room)).toEqual(['only once']);
});

test('without JavaScript a form posted from another site does nothing', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.reads(room);
  const form = ada.page.locator('form').filter({ has: ada.screen.send });
  const clientId = await form.locator('[name=clientId]').inputValue();

  await ada.context.request.post((await form.getAttribute('action'))!, {
    form: { clientId, body: 'forged' },
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  });

  expect(await (await ada.account()).bodiesIn(room)).toEqual([]);
});

test('without JavaScript a person finds another', async ({ ada, grace }) => {
  await grace.account();
  await ada.isSignedIn();
  await ada.page.goto('/');

  await ada.screen.newConversation.click();
  await ada.page.getByRole('textbox', { name: 'Find people' }).fill(grace.username);
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('button', { name: quoted(grace.username) }).click();

  await expect(ada.screen.heading).toContainText(grace.username);
});

test('without JavaScript a person looks at a channel, joins it and leaves nothing unread', async ({
  ada,
  grace,
}) => {
  const channel = await (await grace.account()).creates('channel', `orchard ${unique()}`);
  await (await grace.account()).posts(channel, 'apples');
  await ada.isSignedIn();
  await ada.page.goto(`/rooms/${channel.id}`);

  await ada.screen.main.getByRole('button', { name: /join/i }).click();

  await ada.hears('apples');
  await expect(ada.screen.roomLink(channel.name!)).not.toHaveAccessibleName(/unread/);
});
