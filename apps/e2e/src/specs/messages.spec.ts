import { MessageActs } from '../people/actions.js';
import { accessibilityFaults } from '../people/faults.js';
import { tooSmallTargets } from '../people/fit.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { Wire } from '../people/wire.js';

/** A room of two where both are looking. */
async function bothAreIn(ada: Person, grace: Person) {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);
  return room;
}

test('an edited message changes for everyone and says so', async ({ ada, grace }) => {
  await bothAreIn(ada, grace);
  await ada.says('helo');
  await grace.hears('helo');

  await new MessageActs(ada).edits('helo', 'hello');

  await grace.hears('hello');
  await expect(grace.screen.message('helo')).toHaveCount(0);
  for (const { screen } of [ada, grace]) await expect(screen.message('hello')).toContainText('(edited)');
  await expect(ada.screen.message('hello')).toBeFocused();
});

test('Escape leaves a message as it was', async ({ ada, grace }) => {
  await bothAreIn(ada, grace);
  await ada.says('as it was');
  const acts = new MessageActs(ada);

  await acts.chooses('as it was', 'Edit');
  const field = ada.screen.log.getByRole('textbox', { name: 'Edit message' });
  await field.fill('something else');
  await field.press('Escape');

  await ada.hears('as it was');
  await expect(field).toHaveCount(0);
});

test('the arrow in an empty composer edits what I said last, and gives the focus back', async ({
  ada,
  grace,
}) => {
  await bothAreIn(ada, grace);
  await ada.says('first');
  await ada.says('secnd');
  await grace.hears('secnd');

  await ada.screen.composer.press('ArrowUp');
  const field = ada.screen.log.getByRole('textbox', { name: 'Edit message' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('secnd');
  await field.fill('second');
  await field.press('Enter');

  await grace.hears('second');
  await expect(ada.screen.composer).toBeFocused();
});

test('a deleted message leaves a line, here and there, and nothing to do with it', async ({ ada, grace }) => {
  await bothAreIn(ada, grace);
  await ada.says('never mind');
  await grace.hears('never mind');

  await new MessageActs(ada).deletes('never mind');

  for (const { screen } of [ada, grace]) {
    await expect(screen.message('never mind')).toHaveCount(0);
    await expect(screen.message('This message was deleted')).toHaveCount(1);
  }
  await ada.screen.message('This message was deleted').hover();
  await expect(ada.screen.log.getByRole('toolbar')).toHaveCount(0);
});

test('only what is permitted is offered', async ({ ada, grace }) => {
  const [adas, graces] = [await ada.isSignedIn(), await grace.isSignedIn()];
  const room = await adas.creates('group', `rules ${ada.username}`, graces.user);
  await adas.posts(room, 'by the owner');
  await graces.posts(room, 'by a member');
  await ada.visits(room);
  await grace.visits(room);

  const adasActs = new MessageActs(ada);
  expect(await adasActs.offers('by a member')).toContain('Delete…');
  expect(await adasActs.offers('by a member')).not.toContain('Edit');
  const gracesActs = new MessageActs(grace);
  expect(await gracesActs.offers('by the owner')).not.toContain('Delete…');
  expect(await gracesActs.offers('by a member')).toEqual(expect.arrayContaining(['Edit', 'Delete…']));
});

test('what the server refuses is taken back, with the reason', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await ada.account()).posts(room, 'as it is stored');
  const wire = await Wire.into(ada.page);
  await ada.visits(room);
  wire.refuses('message:edit');

  const acts = new MessageActs(ada);
  await acts.chooses('as it is stored', 'Edit');
  const field = ada.screen.log.getByRole('textbox', { name: 'Edit message' });
  await field.fill('as nobody will see it');
  await field.press('Enter');

  await expect(ada.page.getByRole('alert').filter({ hasText: 'not saved' })).toBeVisible();
  await ada.hears('as it is stored');
});

test('a reply shows what it answers, leads there, and follows its changes', async ({ ada, grace }) => {
  const room = await bothAreIn(ada, grace);
  await ada.says('shall we?');
  await grace.hears('shall we?');

  await new MessageActs(grace).answers('shall we?', 'yes');

  await ada.hears('yes');
  const quote = ada.screen.message('yes').getByRole('link', { name: 'shall we?' });
  await expect(quote).toContainText(ada.username);

  await new MessageActs(ada).edits('shall we?', 'shall we go?');
  await expect(grace.screen.message('yes').getByRole('link', { name: 'shall we go?' })).toBeVisible();

  await ada.screen.message('yes').getByRole('link').click();
  await expect(ada.page).toHaveURL(new RegExp(`/rooms/${room.id}\\?message=`));

  await new MessageActs(ada).deletes('shall we go?');
  await expect(grace.screen.message('yes')).toContainText('a deleted message');
});

test('Escape gives up a reply; the message is then none', async ({ ada, grace }) => {
  await bothAreIn(ada, grace);
  await grace.says('a question');
  await ada.hears('a question');

  await new MessageActs(ada).presses('a question', 'Reply');
  await expect(ada.page.getByText('Replying to')).toBeVisible();
  await ada.screen.composer.press('Escape');
  await expect(ada.page.getByText('Replying to')).toHaveCount(0);
  await ada.says('nothing to do with it');

  await expect(ada.screen.message('nothing to do with it').getByRole('link')).toHaveCount(0);
});

test('messages are walked and used by keyboard alone', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const account = await ada.account();
  for (const body of ['one', 'two', 'three']) await account.posts(room, body);
  await ada.visits(room);
  await expect(ada.screen.composer).toBeFocused();
  const { keyboard } = ada.page;

  await keyboard.press('Shift+Tab');
  await expect(ada.screen.message('three')).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(ada.screen.message('one')).toBeFocused();
  await keyboard.press('End');
  await expect(ada.screen.message('three')).toBeFocused();
  await keyboard.press('Home');
  await expect(ada.screen.message('one')).toBeFocused();

  await keyboard.press('e');
  await expect(ada.screen.log.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(ada.screen.message('one')).toBeFocused();
  await keyboard.press('Delete');
  await expect(ada.screen.dialog).toBeVisible();
  await keyboard.press('Escape');
  await expect(ada.screen.message('one')).toBeFocused();
  await keyboard.press('r');
  await expect(ada.screen.composer).toBeFocused();
  await keyboard.type('about one');
  await keyboard.press('Enter');
  await expect(ada.screen.message('about one').getByRole('link')).toContainText('one');
});

test('copying several messages gives who said what', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await ada.account()).posts(room, 'tea?');
  await (await grace.account()).posts(room, 'please');
  await ada.visits(room);

  const copied = await ada.screen.log.evaluate((log) => {
    const articles = log.querySelectorAll('article');
    getSelection()?.setBaseAndExtent(articles[0]!, 0, articles[1]!, articles[1]!.childNodes.length);
    const data = new DataTransfer();
    articles[0]!.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
    return data.getData('text/plain');
  });

  expect(copied).toBe(`${ada.username}: tea?\n${grace.username}: please`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reply with what it answers, a reaction, an edit and a tombstone are read', async ({
    ada,
    grace,
  }) => {
    const room = await (await ada.isSignedIn()).opens(await grace.account());
    const graces = await grace.account();
    const question = await graces.posts(room, 'who is there?');
    await graces.calls('addReaction', { messageId: question.id, emoji: '👍' });
    const clientId = crypto.randomUUID();
    await graces.calls('postMessage', { roomId: room.id, clientId, body: 'me', replyToId: question.id });
    const gone = await graces.posts(room, 'nobody');
    await graces.calls('deleteMessage', { messageId: gone.id });
    const edited = await graces.posts(room, 'smoebody');
    await graces.calls('editMessage', { messageId: edited.id, body: 'somebody' });

    await ada.reads(room);

    const acts = new MessageActs(ada);
    await expect(acts.reaction('who is there?', '👍')).toBeVisible();
    await expect(ada.screen.message('somebody')).toContainText('(edited)');
    await expect(ada.screen.message('This message was deleted')).toHaveCount(1);
    await ada.screen.message('me').getByRole('link', { name: 'who is there?' }).click();
    await expect(ada.page).toHaveURL(`/rooms/${room.id}?message=${question.id}`);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 640 }, hasTouch: true, isMobile: true });

  test('a finger that rests on a message brings up what can be done with it', async ({ ada, grace }) => {
    const room = await (await ada.isSignedIn()).opens(await grace.account());
    await (await ada.account()).posts(room, 'press me');
    await ada.visits(room);
    const box = await ada.screen.message('press me').boundingBox();
    const touch = await ada.context.newCDPSession(ada.page);
    const touchPoints = [{ x: box!.x + 120, y: box!.y + box!.height / 2 }];

    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await expect(ada.screen.dialog).toBeVisible();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

    await expect(ada.screen.dialog.getByRole('button', { name: 'Delete…' })).toBeVisible();
    expect(await tooSmallTargets(ada.page)).toEqual([]);
    expect(await accessibilityFaults(ada.page)).toEqual([]);
    await ada.screen.dialog.getByRole('button', { name: 'React with 👍' }).tap();
    await expect(new MessageActs(ada).reaction('press me', '👍')).toBeVisible();
    await expect(ada.screen.dialog).toHaveCount(0);
  });
});
