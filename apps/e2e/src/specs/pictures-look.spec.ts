import { accessibilityFaults } from '../people/faults.js';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { picture, textFile, tone } from '../people/made-files.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { postsFiles } from '../people/posting-files.js';

const lightbox = ({ page }: Person) => page.getByRole('dialog', { name: 'Pictures', exact: true });

async function roomOfFiles(ada: Person, grace: Person): Promise<{ id: string }> {
  const graces = await grace.account();
  const room = await (await ada.isSignedIn()).opens(graces);
  await postsFiles(graces, room, [tone('song.wav'), textFile(`${'long '.repeat(30)}.txt`, 'one')]);
  await postsFiles(graces, room, [picture('a.png', 900, 600), picture('b.png', 600, 900)], { alt: 'Waves' });
  await postsFiles(graces, room, [picture('c.png', 1200, 300)], { body: 'wide' });
  return room;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('files and pictures have no faults that axe finds, small or large', async ({ ada, grace }) => {
      await ada.visits(await roomOfFiles(ada, grace));
      await expect(ada.screen.log.getByRole('img')).toHaveCount(3);
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.screen.log.getByRole('link', { name: 'Waves' }).first().click();
      await expect(lightbox(ada).getByRole('img', { name: 'Waves' }).first()).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test('on a phone files fit the screen and are large enough for a finger', async ({ browser, ada, grace }) => {
  const room = await roomOfFiles(ada, grace);
  const context = await browser.newContext({
    baseURL: ada.url,
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
    storageState: await ada.context.storageState(),
  });
  const page = await context.newPage();
  await page.goto(`/rooms/${room.id}`);
  const log = page.getByRole('log', { name: 'Messages', exact: true });
  await expect(log.getByRole('img')).toHaveCount(3);

  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await tooSmallTargets(page)).toEqual([]);
  await context.close();
});
