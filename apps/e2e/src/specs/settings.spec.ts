import { accessibilityFaults } from '../people/faults.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';

const opensTheSettings = async (person: Person) => {
  await person.opensTheAccountMenu();
  await person.screen.menuItem('Settings').click();
  await expect(person.screen.dialog.getByRole('heading', { name: 'Settings' })).toBeVisible();
};

test('a look that is chosen is there at once, and from the first byte of the next page', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  const html = ada.page.locator('html');
  const rowHeight = async () => (await ada.screen.roomLink('general').boundingBox())!.height;
  const before = await rowHeight();

  await opensTheSettings(ada);
  await ada.screen.dialog.getByText('Compact').click();
  await ada.screen.dialog.getByText('Dark').click();
  await expect(html).toHaveAttribute('data-density', 'compact');
  await expect(html).toHaveCSS('color-scheme', 'dark');
  await ada.page.keyboard.press('Escape');
  await expect(ada.screen.account).toBeFocused();
  expect(await rowHeight()).toBeLessThan(before);

  const answer = await ada.context.request.get(`/rooms/${room.id}`);
  expect(await answer.text()).toMatch(/<html [^>]*data-theme="dark"[^>]*data-density="compact"/);
});

test('a language that is chosen turns the page over, and what was being written stays', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  await ada.screen.composer.fill('half a thought');

  await opensTheSettings(ada);
  await ada.screen.dialog.getByText('Deutsch').click();

  await expect(ada.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(ada.page.getByRole('textbox', { name: 'Nachricht', exact: true })).toHaveValue(
    'half a thought',
  );
});

test('a display name that is changed shows everywhere', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);

  await opensTheSettings(ada);
  await ada.screen.dialog.getByRole('textbox', { name: 'Display name' }).fill('Countess Ada');
  await ada.screen.dialog.getByRole('button', { name: 'Save' }).click();

  await expect(ada.screen.ownStatus).toContainText('Countess Ada');
  await expect(grace.screen.heading).toHaveText('Countess Ada');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('language, theme and spacing are chosen by forms', async ({ ada }) => {
    await ada.isSignedIn();
    await ada.page.goto('/account');

    await ada.page.getByRole('button', { name: 'Compact' }).click();
    await ada.page.getByRole('button', { name: 'Dark' }).click();
    await ada.page.getByRole('button', { name: 'العربية' }).click();

    const html = ada.page.locator('html');
    await expect(html).toHaveAttribute('dir', 'rtl');
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await expect(html).toHaveAttribute('data-density', 'compact');
    await expect(ada.page.getByRole('button', { name: 'العربية' })).toHaveAttribute('aria-pressed', 'true');
    await expect(ada.page.getByRole('button', { name: 'تسجيل الخروج' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the settings have no faults that axe finds', async ({ ada, grace }) => {
      await ada.isSignedIn();
      await ada.visits(await (await ada.account()).opens(await grace.account()));
      await opensTheSettings(ada);
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.page.goto('/account');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}
