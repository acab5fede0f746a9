import { accessibilityFaults } from '../people/faults.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';

/** Ada and Grace's room, with these messages of Ada's, open before Grace. */
async function reading(ada: Person, grace: Person, ...bodies: string[]): Promise<{ id: string }> {
  const account = await ada.account();
  const room = await account.opens(await grace.isSignedIn());
  for (const body of bodies) await account.posts(room, body);
  await grace.visits(room);
  return room;
}

const RICH = [
  '**bold** *slanted* ~~gone~~ `code` and [a link](https://example.org/a)',
  '> quoted\n\n1. one\n2. two\n   - three\n\nand\na new line',
];

test('a message shows what its marks mean', async ({ ada, grace }) => {
  await reading(ada, grace, ...RICH);

  const [marks, blocks] = [grace.screen.articles.first(), grace.screen.articles.last()];
  await expect(marks.getByRole('strong')).toHaveText('bold');
  await expect(marks.getByRole('emphasis')).toHaveText('slanted');
  await expect(marks.getByRole('deletion')).toHaveText('gone');
  await expect(marks.getByRole('code')).toHaveText('code');
  await expect(marks.getByRole('link', { name: 'a link' })).toHaveAttribute('href', 'https://example.org/a');
  await expect(blocks.getByRole('blockquote')).toHaveText('quoted');
  await expect(blocks.getByRole('list')).toHaveCount(2);
  await expect(blocks.getByRole('listitem')).toHaveCount(3);
  await expect(blocks.getByText('and\na new line')).toBeVisible();
});

test('the same is there without a script', async ({ browser, ada, grace }) => {
  // Many enough that the page comes in several pieces.
  const room = await reading(
    ada,
    grace,
    ...Array.from({ length: 20 }, () => RICH[1]!),
    RICH[0]!,
    '```ts\nconst x = 1;\n```',
  );
  const context = await browser.newContext({
    baseURL: grace.url,
    javaScriptEnabled: false,
    storageState: await grace.context.storageState(),
  });
  const page = await context.newPage();
  await page.goto(`/rooms/${room.id}`);

  await expect(page.getByRole('strong')).toHaveText('bold');
  await expect(page.getByRole('listitem').filter({ hasText: /^three$/ })).toHaveCount(20);
  await expect(page.getByRole('region', { name: 'Code, ts' })).toHaveText('const x = 1;');
  await context.close();
});

test('a room of formatted messages does not move when the script arrives', async ({ ada, grace }) => {
  const many = Array.from({ length: 12 }, () => RICH).flat();
  const room = await (await ada.account()).opens(await grace.isSignedIn());
  for (const body of many) await (await ada.account()).posts(room, body);
  await grace.page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        Object.assign(window, { shifts: (window as unknown as { shifts: number }).shifts + entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
  });

  await grace.visits(room);
  await grace.page.waitForLoadState('networkidle');

  await expect(grace.screen.articles.last().getByRole('listitem').first()).toBeVisible();
  expect(await grace.page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBeLessThan(
    0.05,
  );
});

test('code gets its colours, scrolls inside itself and can be copied', async ({ ada, grace }) => {
  const line = `const answer = "${'x'.repeat(300)}"; // why`;
  await grace.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reading(ada, grace, `\`\`\`ts\n${line}\n\`\`\``);

  const code = grace.screen.log.getByRole('region', { name: 'Code, ts' });
  await expect(code.locator('span').filter({ hasText: /^const$/ })).toHaveClass(/text-/);
  const [inside, shown, page] = await code.evaluate((element) => [
    element.scrollWidth,
    element.clientWidth,
    document.documentElement.scrollWidth - innerWidth,
  ]);
  expect(inside!).toBeGreaterThan(shown!);
  expect(page).toBeLessThanOrEqual(0);

  await code.hover();
  await grace.screen.log.getByRole('button', { name: 'Copy code' }).click();
  await expect(grace.screen.log.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await grace.page.evaluate(() => navigator.clipboard.readText())).toBe(line);
});

test('whoever is mentioned is shown by name, and nobody else is', async ({ ada, grace }) => {
  await reading(ada, grace, `hi @${grace.username}, @nobody and @${ada.username}.`);

  const text = grace.screen.articles.first();
  await expect(text.getByTitle(`@${grace.username}`)).toHaveText(`@${grace.username}`);
  await expect(text.getByTitle(`@${ada.username}`)).toHaveText(`@${ada.username}`);
  await expect(text.getByTitle('@nobody')).toHaveCount(0);
  await expect(text).toContainText(`hi @${grace.username}, @nobody and @${ada.username}.`);
});

test('the name of a room of mine leads to it', async ({ ada, grace }) => {
  const general = await (await ada.account()).general();
  await reading(ada, grace, 'see #general and #nowhere');

  await grace.screen.log.getByRole('link', { name: '#general' }).click();

  await expect(grace.page).toHaveURL(new RegExp(`/rooms/${general.id}`));
  await expect(grace.screen.heading).toContainText('general');
});

test('an address of this page opens in it', async ({ ada, grace }) => {
  const general = await (await ada.account()).general();
  await reading(ada, grace, `[over there](${ada.url}/rooms/${general.id})`);

  await grace.screen.log.getByRole('link', { name: 'over there' }).click();

  await expect(grace.screen.heading).toContainText('general');
  expect(grace.context.pages()).toHaveLength(1);
});

test('up to three emoji alone are large', async ({ ada, grace }) => {
  await reading(ada, grace, '🎉', '🎉 hi');

  const size = (body: string) =>
    grace.screen
      .message(body)
      .getByText(body, { exact: true })
      .evaluate((text) => getComputedStyle(text).fontSize);
  expect(parseFloat(await size('🎉'))).toBeGreaterThan(30);
  expect(parseFloat(await size('🎉 hi'))).toBeLessThan(20);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('formatted messages have no faults that axe finds', async ({ ada, grace }) => {
      const code =
        '```ts\n// a comment\nconst a: string = "text";\nfunction f() {}\n```\n```diff\n-old\n+new\n```';
      await reading(ada, grace, ...RICH, code, `@${grace.username} @room #general`);
      const block = grace.screen.log.getByRole('region', { name: 'Code, ts' });
      await expect(block.locator('span').filter({ hasText: /^const$/ })).toHaveClass(/text-/);

      expect(await accessibilityFaults(grace.page)).toEqual([]);
    });
  });
}
