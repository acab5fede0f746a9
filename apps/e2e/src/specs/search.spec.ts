import { accessibilityFaults } from '../people/faults.js';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import { Search, untilFound } from '../people/search.js';

test('what was said is found, marked, and opened where it was said; Back leads to the search', async ({
  ada,
  grace,
}) => {
  const account = await ada.isSignedIn();
  const room = await account.opens(await grace.account());
  const word = unique();
  await (await grace.account()).posts(room, `the ${word} is in the kitchen`);
  await untilFound(account, word);
  await ada.visits(await account.general());
  const search = new Search(ada);

  await ada.screen.search.click();
  await expect(search.field).toBeFocused();
  await ada.page.keyboard.type(word.slice(0, 6));

  await expect(search.results).toHaveCount(1);
  await expect(search.results).toContainText(grace.username);
  await expect(search.hits).toContainText([word.slice(0, 6)]);
  await expect(ada.page).toHaveURL(new RegExp(`q=${word.slice(0, 6)}`));
  await search.results.click();

  await expect(ada.screen.heading).toContainText(grace.username);
  await expect(ada.screen.message(`the ${word} is in the kitchen`)).toBeInViewport();
  await ada.page.goBack();
  await expect(search.field).toHaveValue(word.slice(0, 6));
  await expect(search.results).toHaveCount(1);
});

test('operators stand beside the field, and are taken out by a press', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const room = await account.opens(await grace.account());
  const word = unique();
  await account.posts(room, `${word} from me`);
  await (await grace.account()).posts(room, `${word} from the other`);
  await untilFound(account, word, 2);
  const search = new Search(ada);

  await search.opensAt(`q=${word}`);
  await expect(search.results).toHaveCount(2);
  await search.filters.getByRole('button', { name: 'From' }).click();
  await expect(search.field).toBeFocused();
  await ada.page.keyboard.type(grace.username);
  await expect(search.results).toHaveCount(1);
  await expect(search.results).toContainText('from the other');

  await search.filters.getByRole('button', { name: `Remove from:${grace.username}` }).click();
  await expect(search.field).toHaveValue(word);
  await expect(search.results).toHaveCount(2);
});

test('from a room one searches in it first, and then everywhere', async ({ ada, grace, linus }) => {
  const account = await ada.isSignedIn();
  const withGrace = await account.opens(await grace.account());
  const withLinus = await account.opens(await linus.account());
  const word = unique();
  await account.posts(withGrace, `${word} here`);
  await account.posts(withLinus, `${word} there`);
  await untilFound(account, word, 2);
  await ada.visits(withGrace);
  const search = new Search(ada);

  await ada.screen.main.getByRole('button', { name: 'Room menu' }).click();
  await ada.screen.menuItem('Search in this room').click();
  await search.field.fill(word);
  await expect(search.results).toHaveCount(1);
  await expect(search.results).toContainText('here');

  await ada.screen.main.getByRole('link', { name: 'Everywhere' }).click();
  await expect(search.results).toHaveCount(2);
});

test('more results come page by page', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const room = await account.opens(await grace.account());
  const word = unique();
  for (let n = 1; n <= 23; n += 1) await account.posts(room, `${word} ${n}`);
  await untilFound(account, word, 23);
  const search = new Search(ada);

  await search.opensAt(`q=${word}`);
  await expect(search.results).toHaveCount(20);
  await ada.screen.main.getByRole('button', { name: 'Show more' }).click();

  await expect(search.results).toHaveCount(23);
});

test('what nobody said says so; what failed can be tried again', async ({ ada }) => {
  const account = await ada.isSignedIn();
  const word = unique();
  await account.posts(await account.opens(account), word);
  await untilFound(account, word);
  const search = new Search(ada);
  await search.opensAt(`q=${unique(20)}`);
  await expect(ada.page.getByText('Nothing was found')).toBeVisible();
  await expect(ada.screen.ownStatus).toContainText('Online');

  ada.complaints.expect(/status of 503/);
  const unavailable = { type: 'about:blank', title: 'Unavailable', status: 503, code: 'unavailable' };
  await ada.page.route('**/api/v1/search?*', (route) => route.fulfill({ status: 503, json: unavailable }));
  const failed = ada.page.waitForResponse((answer) => answer.url().includes(word) && answer.status() === 503);
  await search.field.fill(word);
  await failed;
  await expect(ada.screen.main.getByRole('alert')).toContainText(/cannot be reached/);
  await ada.page.unroute('**/api/v1/search?*');
  await ada.screen.main.getByRole('button', { name: 'Retry' }).click();

  await expect(search.results).toHaveCount(1);
});

test('nobody finds what was said in rooms that they are not in', async ({ ada, grace, linus }) => {
  const account = await grace.account();
  const word = unique();
  await account.posts(await account.opens(await linus.account()), word);
  await untilFound(account, word);
  await ada.isSignedIn();
  const search = new Search(ada);

  await search.opensAt(`q=${word}`);

  await expect(ada.page.getByText('Nothing was found')).toBeVisible();
});

test('whatever is typed is searched for and breaks nothing', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/search');
  const search = new Search(ada);
  for (const typed of ['"', '*', 'NEAR(', 'from:', 'a:b', '%_', '<b>x</b>', 'has:nonsense']) {
    const answered = ada.page.waitForResponse((answer) => {
      const { pathname, searchParams } = new URL(answer.url());
      return pathname === '/api/v1/search' && searchParams.get('q') === typed;
    });
    await search.field.fill(typed);
    expect((await answered).status()).toBe(200);
    await expect(ada.screen.main.getByRole('alert')).toHaveCount(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page finds, pages and leads to the message', async ({ ada, grace }) => {
    const account = await ada.isSignedIn();
    const room = await account.opens(await grace.account());
    const word = unique();
    for (let n = 1; n <= 21; n += 1) await account.posts(room, `${word} ${n}`);
    await untilFound(account, word, 21);
    await ada.reads(room);
    const search = new Search(ada);

    await ada.screen.search.click();
    await search.field.fill(word);
    await search.field.press('Enter');
    await expect(search.results).toHaveCount(20);
    await expect(search.hits.first()).toHaveText(word);
    await ada.screen.main.getByRole('link', { name: 'Show more' }).click();
    await expect(search.results).toHaveCount(1);
    await search.results.click();

    await expect(ada.screen.message(`${word} 1`)).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the search page has no faults that axe finds', async ({ ada }) => {
      const account = await ada.isSignedIn();
      const word = unique();
      await account.posts(await account.opens(account), `${word} alone`);
      await untilFound(account, word);
      const search = new Search(ada);

      await ada.page.goto('/search');
      await expect(search.field).toBeFocused();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await search.field.fill(`${word} from:me`);
      await expect(search.results).toHaveCount(1);
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await search.field.fill(unique(20));
      await expect(ada.page.getByText('Nothing was found')).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('the search fits, and leads back to the list', async ({ ada }) => {
    const account = await ada.isSignedIn();
    const word = unique();
    await account.posts(await account.opens(account), `${word} ${'w'.repeat(200)}`);
    await untilFound(account, word);
    await ada.page.goto('/rooms');
    const search = new Search(ada);

    await ada.screen.search.tap();
    await search.field.fill(`${word} from:me`);
    await expect(search.results).toHaveCount(1);
    expect(await sidewaysOverflow(ada.page)).toBe(0);
    expect(await tooSmallTargets(ada.page)).toEqual([]);

    await ada.screen.main.getByRole('link', { name: 'Back to rooms' }).tap();
    await expect(ada.screen.rooms).toBeVisible();
  });
});
