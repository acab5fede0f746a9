import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';

/** Ada and Grace's room, open before Ada. */
async function alone(ada: Person, grace: Person): Promise<{ id: string }> {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  return room;
}

test('Enter sends and Shift+Enter breaks the line', async ({ ada, grace }) => {
  const room = await alone(ada, grace);
  const { composer } = ada.screen;

  await composer.pressSequentially('roses');
  await composer.press('Shift+Enter');
  await composer.pressSequentially('violets');
  await expect(composer).toHaveValue('roses\nviolets');
  await composer.press('Enter');

  await expect(composer).toHaveValue('');
  await expect(ada.screen.articles).toHaveCount(1);
  await expect(ada.screen.articles).toContainText(/Sent/);
  expect(await (await ada.account()).bodiesIn(room)).toEqual(['roses\nviolets']);
});

test('the Send button sends', async ({ ada, grace }) => {
  await alone(ada, grace);

  await ada.screen.composer.fill('by hand');
  await ada.screen.send.click();

  await ada.hears('by hand');
  await expect(ada.screen.composer).toBeFocused();
});

test('Enter during a composition chooses a candidate and sends nothing', async ({ ada, grace }) => {
  await alone(ada, grace);
  const { composer } = ada.screen;
  const browser = await ada.context.newCDPSession(ada.page);
  await composer.focus();

  await browser.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await composer.dispatchEvent('keydown', {
    key: 'Enter',
    isComposing: true,
    bubbles: true,
    cancelable: true,
  });
  await composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
  await browser.send('Input.insertText', { text: '日本' });
  await expect(composer).toHaveValue('日本');
  await expect(ada.screen.articles).toHaveCount(0);

  await composer.press('Enter');
  await ada.hears('日本');
  await expect(ada.screen.articles).toHaveCount(1);
});

test('nothing but spaces is not sent', async ({ ada, grace }) => {
  const room = await alone(ada, grace);

  for (const nothing of ['', '   ', '\n\n']) {
    await ada.screen.composer.fill(nothing);
    await ada.screen.composer.press('Enter');
  }
  await ada.says('something');

  await expect(ada.screen.articles).toHaveCount(1);
  expect(await (await ada.account()).bodiesIn(room)).toEqual(['something']);
});

test('a draft belongs to its room and survives a reload', async ({ ada, grace, linus }) => {
  await (await ada.account()).opens(await linus.account());
  await alone(ada, grace);
  await ada.screen.composer.fill('for grace');

  await ada.opens(linus.username);
  await expect(ada.screen.composer).toHaveValue('');
  await ada.screen.composer.fill('for linus');
  await ada.opens(grace.username);
  await expect(ada.screen.composer).toHaveValue('for grace');

  await ada.reloads();
  await expect(ada.screen.composer).toHaveValue('for grace');
  await ada.opens(linus.username);
  await expect(ada.screen.composer).toHaveValue('for linus');

  await ada.screen.composer.press('Enter');
  await ada.hears('for linus');
  await ada.reloads();
  await expect(ada.screen.log).toBeVisible();
  await expect(ada.screen.composer).toHaveValue('');
});

test('a draft is not shown to the next person at the same browser', async ({ ada, grace }) => {
  const general = await (await ada.isSignedIn()).general();
  await ada.visits(general);
  await ada.screen.composer.fill('my secret');
  await ada.signsOut();

  await ada.screen.username.fill(grace.username);
  await ada.screen.continue.click();

  await expect(ada.screen.heading).toContainText('general');
  await expect(ada.screen.composer).toBeFocused();
  await expect(ada.screen.composer).toHaveValue('');
});

test('what is not sent yet is not sent by the next person at the same browser', async ({ ada, grace }) => {
  const general = await (await ada.isSignedIn()).general();
  const note = `from ${ada.username}`;
  await ada.visits(general);
  await ada.goesOffline();
  await ada.says(note);
  await ada.page.close();
  await ada.comesBackOnline();
  await ada.context.clearCookies();
  const { token } = await grace.account();
  await ada.context.addCookies([{ name: 'session', value: token, url: ada.url }]);

  const page = await ada.context.newPage();
  await page.goto(`/rooms/${general.id}`);
  const composer = page.getByRole('textbox', { name: 'Message' });
  const mark = `from ${grace.username}`;
  await composer.fill(mark);
  await composer.press('Enter');
  await expect(page.getByRole('article').filter({ hasText: mark })).toContainText(/Sent|Delivered|Read/);

  await expect(page.getByText(note)).toHaveCount(0);
  expect(await (await grace.account()).bodiesIn(general)).not.toContain(note);
});

test('text over the limit is told before it is sent, and kept', async ({ ada, grace }) => {
  const room = await alone(ada, grace);
  const tooLong = 'x'.repeat(8_001);

  await ada.screen.composer.fill(tooLong);
  await expect(ada.page.getByRole('alert').filter({ hasText: /8.?000/ })).toBeVisible();
  await ada.screen.composer.press('Enter');
  await expect(ada.screen.composer).toHaveValue(tooLong);
  await expect(ada.screen.articles).toHaveCount(0);

  await ada.screen.composer.fill('x'.repeat(8_000));
  await ada.screen.composer.press('Enter');
  await expect(ada.screen.articles).toContainText(/Sent/);
  expect((await (await ada.account()).bodiesIn(room))[0]).toHaveLength(8_000);
});

test('the composer has the focus on opening, and typing anywhere goes to it', async ({ ada, grace }) => {
  await alone(ada, grace);
  const { composer } = ada.screen;
  await expect(composer).toBeFocused();

  await ada.screen.log.focus();
  await ada.page.keyboard.type('anywhere');

  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue('anywhere');
});

test('text typed before the page was live is not lost', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  let start = () => {};
  const started = new Promise<void>((resolve) => (start = resolve));
  await ada.page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await started;
    await route.continue();
  });

  await ada.page.goto(`/rooms/${room.id}`, { waitUntil: 'commit' });
  await ada.screen.composer.fill('early bird');
  start();
  await expect(ada.screen.ownStatus).toContainText('Online');

  await expect(ada.screen.composer).toHaveValue('early bird');
  await ada.screen.composer.press('Enter');
  await ada.hears('early bird');
});

test('my other tab shows what I sent', async ({ ada, grace }) => {
  const room = await alone(ada, grace);
  const other = await ada.context.newPage();
  await other.goto(`/rooms/${room.id}`);
  const log = other.getByRole('log', { name: 'Messages' });
  await expect(log).toBeVisible();

  await ada.says('in both');

  await expect(log.getByRole('article').filter({ hasText: 'in both' })).toHaveCount(1);
});

test('a long text lets the composer grow to two fifths of the window, and then scrolls in it', async ({
  ada,
  grace,
}) => {
  await alone(ada, grace);
  const { composer } = ada.screen;
  const height = async () => (await composer.boundingBox())!.height;
  const empty = await height();

  await composer.fill('one\ntwo\nthree');
  await expect.poll(height).toBeGreaterThan(2 * empty);
  await composer.fill('line\n'.repeat(200));

  const { height: window } = ada.page.viewportSize()!;
  await expect.poll(height).toBeLessThanOrEqual(0.4 * window);
  expect(await composer.evaluate((field) => field.scrollHeight > field.clientHeight)).toBe(true);
});
