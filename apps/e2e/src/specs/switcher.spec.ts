import { accessibilityFaults } from '../people/faults.js';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import { Switcher } from '../people/switcher.js';

test('a few letters and Enter lead to a room', async ({ ada, grace, linus }) => {
  const account = await ada.isSignedIn();
  const withGrace = await account.opens(await grace.account());
  await account.opens(await linus.account());
  await ada.visits(withGrace);
  const switcher = new Switcher(ada);

  await switcher.isOpenedByKeyboard();
  await expect(switcher.field).toBeFocused();
  await ada.page.keyboard.type('lnus');
  await expect(switcher.chosen).toContainText(linus.username);
  await expect(switcher.option(grace.username)).toHaveCount(0);
  await ada.page.keyboard.press('Enter');

  await expect(switcher.dialog).toBeHidden();
  await expect(ada.screen.heading).toContainText(linus.username);
  await expect(ada.screen.composer).toBeFocused();
});

test('what was opened last comes first, and Enter alone leads back and forth', async ({
  ada,
  grace,
  linus,
}) => {
  const account = await ada.isSignedIn();
  const withGrace = await account.opens(await grace.account());
  const withLinus = await account.opens(await linus.account());
  await account.creates('group', `never opened ${unique()}`);
  await ada.visits(withGrace);
  await ada.opens(linus.username);
  const switcher = new Switcher(ada);

  await switcher.isOpenedByKeyboard();
  await expect(switcher.chosen).toContainText(grace.username);
  await ada.page.keyboard.press('Enter');
  await expect(ada.page).toHaveURL(new RegExp(withGrace.id));

  await switcher.isOpenedByKeyboard();
  await ada.page.keyboard.press('Enter');
  await expect(ada.page).toHaveURL(new RegExp(withLinus.id));
});

test('somebody new is found on the server, and the conversation begins', async ({ ada, grace }) => {
  await ada.isSignedIn();
  await grace.account();
  await ada.page.goto('/');
  const switcher = new Switcher(ada);

  await switcher.button.click();
  await switcher.field.fill(grace.username);
  await expect(switcher.chosen).toContainText(grace.username);
  await ada.page.keyboard.press('Enter');

  await expect(ada.screen.heading).toContainText(grace.username);
  await ada.says('found you');
});

test('a channel that I am not in is joined from there', async ({ ada, grace }) => {
  const channel = await (await grace.account()).creates('channel', `pottery ${unique()}`);
  await ada.isSignedIn();
  await ada.page.goto('/');
  const switcher = new Switcher(ada);

  await switcher.isOpenedByKeyboard();
  await switcher.field.fill(channel.name!);
  await expect(switcher.chosen).toContainText(channel.name!);
  await switcher.chosen.click();

  await expect(ada.screen.heading).toContainText(channel.name!);
  await ada.says('clay at last');
});

test('Escape closes it and gives the focus back', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  await expect(ada.screen.composer).toBeFocused();
  const switcher = new Switcher(ada);

  await switcher.isOpenedByKeyboard();
  await expect(switcher.field).toBeFocused();
  await ada.page.keyboard.press('Escape');

  await expect(switcher.dialog).toBeHidden();
  await expect(ada.screen.composer).toBeFocused();
});

test('what nothing is called says so', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  const switcher = new Switcher(ada);

  await switcher.isOpenedByKeyboard();
  await switcher.field.fill(unique(20));

  await expect(switcher.dialog).toContainText(/nothing and nobody/i);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the switcher has no faults that axe finds', async ({ ada, grace }) => {
      await (await ada.isSignedIn()).opens(await grace.account());
      await ada.page.goto('/');
      const switcher = new Switcher(ada);
      await switcher.isOpenedByKeyboard();
      await expect(switcher.option(grace.username)).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('it opens by its button and fits', async ({ ada, grace }) => {
    await (await ada.isSignedIn()).opens(await grace.account());
    await ada.page.goto('/rooms');
    const switcher = new Switcher(ada);

    await switcher.button.tap();
    await expect(switcher.option(grace.username)).toBeVisible();
    expect(await tooSmallTargets(ada.page)).toEqual([]);
    expect(await sidewaysOverflow(ada.page)).toBe(0);

    await switcher.option(grace.username).tap();
    await expect(ada.screen.heading).toContainText(grace.username);
  });
});
