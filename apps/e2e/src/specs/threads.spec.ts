import { accessibilityFaults } from '../people/faults.js';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { ThreadView } from '../people/threads.js';

/** A room of two where both are looking and ada has said one thing. */
async function talkAbout(body: string, ada: Person, grace: Person) {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  const message = await (await ada.account()).posts(room, body);
  await ada.visits(room);
  await grace.visits(room);
  return { room, message };
}

test('replies stand in a thread beside the room, and the room counts them', async ({ ada, grace }) => {
  await talkAbout('lunch?', ada, grace);
  const [adas, graces] = [new ThreadView(ada), new ThreadView(grace)];

  await graces.begins('lunch?');
  await graces.says('at one');

  await expect(adas.line('lunch?')).toContainText('1 reply');
  await expect(ada.screen.message('at one')).toHaveCount(0);
  await adas.opens('lunch?');
  await expect(adas.reply('at one')).toBeVisible();
  await adas.says('fine');
  await expect(graces.reply('fine')).toBeVisible();
  await expect(graces.line('lunch?')).toContainText('2 replies');
});

test('a thread has an address of its own, and Back leaves it', async ({ ada, grace }) => {
  const { room, message } = await talkAbout('a link', ada, grace);
  const thread = new ThreadView(ada);
  await thread.begins('a link');
  await thread.says('kept');
  await expect(ada.page).toHaveURL(`/rooms/${room.id}?thread=${message.id}`);

  await ada.reloads();
  await expect(thread.reply('kept')).toBeVisible();
  await ada.page.goBack();
  await expect(thread.log).toHaveCount(0);
  await ada.page.goForward();
  await expect(thread.reply('kept')).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(thread.log).toHaveCount(0);
});

test('who follows a thread sees what is new in it until they have read it', async ({ ada, grace }) => {
  const { room, message } = await talkAbout('news?', ada, grace);
  const line = new ThreadView(ada).line('news?');

  await (
    await grace.account()
  ).calls('postMessage', {
    roomId: room.id,
    clientId: crypto.randomUUID(),
    body: 'plenty',
    threadRootId: message.id,
  });
  await expect(line).toContainText('1 new');
  await expect(ada.screen.roomLink(grace.username)).not.toHaveAccessibleName(/unread/);

  await line.click();
  await expect(new ThreadView(ada).reply('plenty')).toBeVisible();
  await expect(line).not.toContainText('new');
});

test('a thread that is not followed is never new', async ({ ada, grace }) => {
  const { room, message } = await talkAbout('quiet', ada, grace);
  const thread = new ThreadView(ada);
  await thread.begins('quiet');
  await thread.says('I am off');
  const follow = ada.page.getByRole('button', { name: 'Follow this thread' });
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await thread.close.click();

  await (
    await grace.account()
  ).calls('postMessage', {
    roomId: room.id,
    clientId: crypto.randomUUID(),
    body: 'gone already?',
    threadRootId: message.id,
  });

  await expect(thread.line('quiet')).toContainText('2 replies');
  await expect(thread.line('quiet')).not.toContainText('new');
});

test('the page of threads lists those with something new first and leads into them', async ({
  ada,
  grace,
}) => {
  const { room, message } = await talkAbout('begun', ada, grace);
  const graces = await grace.account();
  const reply = (rootId: string, body: string) =>
    graces.calls('postMessage', {
      roomId: room.id,
      clientId: crypto.randomUUID(),
      body,
      threadRootId: rootId,
    });
  await reply(message.id, 'an answer');
  const second = await (await ada.account()).posts(room, 'read already');
  const { seq } = await reply(second.id, 'old news');
  await (await ada.account()).calls('readThread', { messageId: second.id, seq });

  await ada.page.goto('/threads');

  const threads = ada.screen.main.getByRole('listitem').filter({ hasText: /repl/ });
  await expect(threads).toHaveCount(2);
  await expect(threads.first()).toContainText('begun');
  await expect(threads.first()).toContainText('1 new');
  await threads.first().getByRole('link').click();
  await expect(new ThreadView(ada).reply('an answer')).toBeVisible();
});

test('an address of a thread that is not there says so', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  ada.complaints.expect(/status of 404/);

  await ada.visits(room, '?thread=01890000-0000-7000-8000-000000000000');

  await expect(ada.page.getByRole('alert').filter({ hasText: 'This thread is not here' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 640 }, hasTouch: true, isMobile: true });

  test('a thread is a page of its own, and Back leads to the room', async ({ ada, grace }) => {
    const { room, message } = await talkAbout('small screen', ada, grace);
    await (
      await grace.account()
    ).calls('postMessage', {
      roomId: room.id,
      clientId: crypto.randomUUID(),
      body: 'small reply',
      threadRootId: message.id,
    });
    const thread = new ThreadView(ada);
    await thread.line('small screen').tap();

    await expect(thread.reply('small reply')).toBeVisible();
    await expect(ada.screen.log).toBeHidden();
    expect(await sidewaysOverflow(ada.page)).toBe(0);
    expect(await tooSmallTargets(ada.page)).toEqual([]);
    expect(await accessibilityFaults(ada.page)).toEqual([]);

    await ada.page.goBack();
    await expect(ada.screen.log).toBeVisible();
    await expect(thread.log).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a thread is read and written by its address', async ({ ada, grace }) => {
    const room = await (await ada.isSignedIn()).opens(await grace.account());
    const message = await (await grace.account()).posts(room, 'plain pages');
    await (
      await grace.account()
    ).calls('postMessage', {
      roomId: room.id,
      clientId: crypto.randomUUID(),
      body: 'are fine',
      threadRootId: message.id,
    });
    const thread = new ThreadView(ada);

    await ada.reads(room);
    await thread.line('plain pages').click();
    await expect(thread.reply('are fine')).toBeVisible();
    await thread.composer.fill('indeed');
    await ada.page.getByRole('button', { name: 'Send reply' }).click();

    await expect(thread.reply('indeed')).toBeVisible();
    await expect(ada.screen.message('indeed')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a thread and the page of threads have no faults that axe finds', async ({ ada, grace }) => {
      await talkAbout('to look at', ada, grace);
      const thread = new ThreadView(ada);
      await thread.begins('to look at');
      await thread.says('looked');
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.page.goto('/threads');
      await expect(ada.screen.heading).toHaveText('Threads');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test('a draft waits in its thread, apart from the one of the room, also after a reload', async ({
  ada,
  grace,
}) => {
  await talkAbout('a quiet one', ada, grace);
  const thread = new ThreadView(ada);
  await ada.screen.composer.fill('to all of you');
  await thread.begins('a quiet one');
  await thread.composer.fill('to those in here');

  await ada.reloads();
  await expect(thread.composer).toHaveValue('to those in here');
  await expect(ada.screen.composer).toHaveValue('to all of you');
  await thread.close.click();
  await expect(ada.screen.composer).toHaveValue('to all of you');
});
