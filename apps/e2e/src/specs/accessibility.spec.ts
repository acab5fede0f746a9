import { accessibilityFaults } from '../people/faults.js';
import { expect, test } from '../people/people.js';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the sign-in page has no faults that axe finds', async ({ ada }) => {
      await ada.page.goto('/login');
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.screen.username.fill('no spaces');
      await ada.screen.continue.click();
      await expect(ada.page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });

    test('a room has none, with talk, something new, a failed message and its panels', async ({
      ada,
      grace,
    }) => {
      const [adasAccount, gracesAccount] = [await ada.isSignedIn(), await grace.isSignedIn()];
      const room = await adasAccount.creates('group', `reading ${ada.username}`, gracesAccount.user);
      await gracesAccount.posts(room, 'read https://example.com first');
      await gracesAccount.posts(await gracesAccount.opens(adasAccount), 'a word in private');
      await ada.visits(room);
      await ada.says('done');
      await expect(ada.screen.message('done')).toContainText('Sent');
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.opensTheMembers();
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.opensTheAccountMenu();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });

    test('an empty room and the dialog for new conversations have none', async ({ ada, grace }) => {
      await ada.isSignedIn();
      await ada.visits(await (await ada.account()).opens(await grace.account()));
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.screen.newConversation.click();
      await ada.screen.findPeople.fill(grace.username);
      await expect(ada.screen.personFound(grace.username)).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      for (const tab of await ada.screen.dialog.getByRole('tab').all()) {
        await tab.click();
        expect(await accessibilityFaults(ada.page)).toEqual([]);
      }
    });

    test('a page that is not there has none', async ({ ada }) => {
      await ada.isSignedIn();
      ada.complaints.expect(/status of 404/);

      await ada.page.goto('/no/such/page');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await ada.page.goto('/rooms/nonsense');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test('regions and controls have the names that they promise', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'hello');
  await ada.visits(room);
  const { page } = ada;

  await expect(page.getByRole('navigation', { name: 'Rooms', exact: true })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(grace.username);
  await expect(page.getByRole('log', { name: 'Messages', exact: true })).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'New conversation', exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Account', exact: true })).toHaveCount(1);
  await expect(page.locator('[role=status]')).not.toHaveCount(0);
  const search = { name: 'Search', exact: true };
  await expect(
    page
      .getByRole('textbox', search)
      .or(page.getByRole('button', search))
      .or(page.getByRole('searchbox', search)),
  ).toHaveCount(1);

  await ada.screen.newConversation.click();
  await expect(
    page.getByRole('dialog').getByRole('textbox', { name: 'Find people', exact: true }),
  ).toBeVisible();
});
