import { accessibilityFaults } from '../people/faults.js';
import { speaks } from '../people/languages.js';
import { expect, test } from '../people/people.js';

test('the page speaks the language that the browser asks for', async ({ url }) => {
  for (const [asked, lang, heading] of [
    ['de-AT,de;q=0.9,en;q=0.5', 'lang="de" dir="ltr"', 'Setz dich dazu.'],
    ['fr-FR,ar;q=0.5', 'lang="ar" dir="rtl"', 'تفضّل بالجلوس.'],
    ['fr-FR', 'lang="en" dir="ltr"', 'Pull up a chair.'],
  ] as const) {
    const answer = await fetch(`${url}/login`, { headers: { 'accept-language': asked } });
    const html = await answer.text();
    expect(html).toContain(`<html ${lang}`);
    expect(html).toContain(heading);
  }
});

test('a person signs in, talks and meets an error in German', async ({ ada, grace }) => {
  await speaks(ada, 'de');
  const { page } = ada;
  await page.goto('/login');
  await page.getByRole('textbox', { name: 'Benutzername' }).fill('so geht es nicht');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(ada.screen.main.getByRole('alert')).toContainText('Dieser Name geht nicht');

  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'guten Abend');
  await page.goto(`/rooms/${room.id}`);
  await expect(page.getByRole('log', { name: 'Nachrichten' })).toContainText('guten Abend');
  await expect(page.getByRole('log', { name: 'Nachrichten' })).toContainText('Heute');
  await page.getByRole('textbox', { name: 'Nachricht', exact: true }).fill('dir auch');
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await expect(page.getByRole('article', { name: ada.username })).toContainText(
    /Gesendet|Zugestellt|Gelesen/,
  );
  await expect(page.getByRole('navigation', { name: 'Räume' })).toBeVisible();
});

test('without a network the page speaks as it did before', async ({ ada }) => {
  await speaks(ada, 'de');
  await ada.page.goto('/login');
  await ada.page.getByRole('textbox', { name: 'Benutzername' }).fill(ada.username);
  await ada.page.getByRole('button', { name: 'Weiter' }).click();
  await expect(ada.screen.ownStatus).toContainText('Online');
  await ada.page.evaluate(() => navigator.serviceWorker.ready);

  await ada.goesOffline();
  await ada.page.goto('/account');

  await expect(ada.screen.heading).toHaveText('Du bist offline');
  await expect(ada.page.locator('html')).toHaveAttribute('lang', 'de');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const locale of ['de', 'ar'] as const) {
      test(`the pages have no faults that axe finds, in ${locale}`, async ({ ada, grace }) => {
        await speaks(ada, locale);
        await ada.page.goto('/login');
        expect(await accessibilityFaults(ada.page)).toEqual([]);

        const room = await (await ada.isSignedIn()).opens(await grace.account());
        await (await grace.account()).posts(room, 'hello');
        await ada.page.goto(`/rooms/${room.id}`);
        await expect(ada.page.getByRole('log')).toContainText('hello');
        expect(await accessibilityFaults(ada.page)).toEqual([]);

        await ada.page.goto('/account');
        expect(await accessibilityFaults(ada.page)).toEqual([]);
      });
    }
  });
}
