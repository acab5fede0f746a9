import type { Locator } from '@playwright/test';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { speaks } from '../people/languages.js';
import { expect, test } from '../people/people.js';

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not to be seen`);
  return { left: box.x, right: box.x + box.width };
};

test('in Arabic the page runs from right to left', async ({ ada, grace }) => {
  await speaks(ada, 'ar');
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'مساء الخير');
  const { page } = ada;
  await page.goto(`/rooms/${room.id}`);

  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  const [rooms, main] = [
    await boxOf(page.getByRole('navigation', { name: 'الغرف' })),
    await boxOf(ada.screen.main),
  ];
  expect(rooms.left).toBeGreaterThanOrEqual(main.right);

  const article = page.getByRole('article').filter({ hasText: 'مساء الخير' });
  const face = await boxOf(article.locator('[aria-hidden="true"]').first());
  const words = await boxOf(article.getByText('مساء الخير'));
  expect(face.left).toBeGreaterThan(words.right - 1);

  const composer = await boxOf(page.getByRole('textbox', { name: 'رسالة', exact: true }));
  const send = await boxOf(page.getByRole('button', { name: 'إرسال', exact: true }));
  expect(send.right).toBeLessThan((composer.left + composer.right) / 2);
  expect(await sidewaysOverflow(page)).toBe(0);
});

test('in Arabic a panel comes in where lines end', async ({ ada, grace }) => {
  await speaks(ada, 'ar');
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.page.goto(`/rooms/${room.id}`);
  // "Offline" ends with the same word.
  await expect(ada.screen.ownStatus).toContainText('متصل');
  await expect(ada.screen.ownStatus).not.toContainText('غير متصل');

  await ada.page.getByRole('button', { name: 'الأعضاء', exact: true }).click();

  const panel = await boxOf(ada.page.getByRole('complementary', { name: 'الأعضاء', exact: true }));
  expect(panel.left).toBe(0);
});

test.describe('at 375 pixels', () => {
  test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });

  test('in Arabic nothing scrolls sideways and every target is large enough', async ({ ada, grace }) => {
    await speaks(ada, 'ar');
    const room = await (await ada.isSignedIn()).opens(await grace.account());
    await (await grace.account()).posts(room, 'م'.repeat(300));
    const { page } = ada;
    for (const path of ['/login', `/rooms/${room.id}`, '/rooms', '/account', '/new']) {
      await page.goto(path);
      expect(await sidewaysOverflow(page), path).toBe(0);
      expect(await tooSmallTargets(page), path).toEqual([]);
    }

    await page.goto(`/rooms/${room.id}`);
    const back = await boxOf(page.getByRole('link', { name: 'العودة إلى الغرف' }));
    expect(back.right).toBeGreaterThan(375 / 2);
  });
});

test('a name that runs the other way leaves the words around it where they are', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).calls('updateMe', { displayName: '\u202Eنور (42' });
  await (await grace.account()).posts(room, 'hello');
  await ada.visits(room);

  const article = ada.screen.message('hello');
  const name = await boxOf(article.locator('bdi').first());
  const time = await boxOf(article.locator('time').first());
  expect(name.right).toBeLessThanOrEqual(time.left);
  await expect(ada.screen.roomLink('نور').locator('bdi')).toHaveText(/نور/);
});
