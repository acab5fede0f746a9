import type { Page } from '@playwright/test';
import { expect, test } from '../people/people.js';

/** What assistive technology is told of its own accord. */
const announced = (page: Page) => page.locator('main p[aria-live="polite"]');

test('what comes in is announced once: one message by its words, several by their number, history not', async ({
  ada,
  grace,
}) => {
  const graces = await grace.account();
  const room = await (await ada.isSignedIn()).opens(graces);
  await graces.postsNotes(room, 3);
  await ada.visits(room);
  await ada.hears('note 3');
  await expect(announced(ada.page)).toHaveText('');

  await graces.posts(room, 'tea is ready');
  await expect(announced(ada.page)).toHaveText(`${grace.username}: tea is ready`);

  await Promise.all([graces.posts(room, 'first'), graces.posts(room, 'second'), graces.posts(room, 'third')]);
  await expect(announced(ada.page)).toHaveText('3 new messages');
});

test('the end of a long message is shown when it is asked for', async ({ ada, grace }) => {
  const graces = await grace.account();
  const room = await (await ada.isSignedIn()).opens(graces);
  const lines = Array.from({ length: 60 }, (_, n) => `line ${n + 1}`);
  await graces.posts(room, lines.join('\n'));
  await ada.visits(room);
  const article = ada.screen.articles.first();
  const height = async () => (await article.boundingBox())!.height;

  await expect(article.getByRole('button', { name: 'Show all of it' })).toBeVisible();
  const folded = await height();
  await article.getByRole('button', { name: 'Show all of it' }).click();
  await expect.poll(height).toBeGreaterThan(2 * folded);
  await article.getByRole('button', { name: 'Show less' }).click();
  await expect.poll(height).toBe(folded);
});

test('the day of what is read stays in sight once its line has scrolled away', async ({ ada, grace }) => {
  const graces = await grace.account();
  const room = await (await ada.isSignedIn()).opens(graces);
  await graces.postsNotes(room, 45);
  await ada.visits(room);
  await ada.hears('note 1');

  await ada.screen.log.hover();
  await ada.page.mouse.wheel(0, 600);

  await expect(
    ada.screen.main.locator('[aria-hidden="true"]').getByText('Today', { exact: true }),
  ).toBeInViewport();
});
