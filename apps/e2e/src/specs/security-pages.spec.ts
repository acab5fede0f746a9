import { MessageActs } from '../people/actions.js';
import { Blocks } from '../people/blocks.js';
import { accessibilityFaults } from '../people/faults.js';
import { sidewaysOverflow, tooSmallTargets } from '../people/fit.js';
import { speaks } from '../people/languages.js';
import { promote } from '../people/operator.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { Security } from '../people/security.js';

const PASSWORD = 'a chair by the fire';

/** An admin, with something on every page for admins and on the page of security. */
const preparesAdmin = async (ada: Person, grace: Person) => {
  const [user, other] = [(await ada.account()).user, await grace.account()];
  const room = await other.creates('group', `reading ${ada.username}`, user);
  const message = await other.posts(room, 'buy my watches');
  await (await ada.account()).calls('reportMessage', { messageId: message.id, reason: 'An advertisement.' });
  await (await ada.account()).calls('block', { userId: other.id });
  await promote(ada.url, user);
  await ada.saysWho();
  return room;
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('signing in with a password, the codes and the devices have no faults that axe finds', async ({
      ada,
    }) => {
      await ada.isSignedIn();
      const security = new Security(ada);
      await security.opens();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await security.sets(PASSWORD);
      await expect(ada.screen.heading).toHaveText('Keep these codes');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await security.keepsTheCodes();
      await security.sets(PASSWORD, 'a guess');
      await expect(ada.screen.alert).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.context.clearCookies();
      await ada.saysWho();
      await ada.screen.password.fill('a guess');
      await ada.screen.continue.click();
      await expect(ada.screen.alert).toBeVisible();
      await ada.page.getByText('Use a recovery code').click();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });

    test('the pages for admins have none', async ({ ada, grace }) => {
      await preparesAdmin(ada, grace);
      await ada.page.goto(`/admin/people?query=${grace.username}`);
      await ada.page.getByText('Manage').click();
      await ada.page.getByText('Deactivate…').click();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      for (const path of ['/admin/reports', '/admin/audit', '/admin/people?query=nobody-at-all']) {
        await ada.page.goto(path);
        expect(await accessibilityFaults(ada.page)).toEqual([]);
      }
    });

    test('blocking and reporting have none', async ({ ada, grace }) => {
      const account = await ada.isSignedIn();
      const room = await account.opens(await grace.account());
      await (await grace.account()).posts(room, 'buy my watches');
      await ada.visits(room);
      const acts = new MessageActs(ada);
      await acts.chooses('buy my watches', 'Report…');
      await expect(ada.screen.dialog.getByRole('textbox', { name: 'Reason' })).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await ada.page.keyboard.press('Escape');
      await acts.chooses('buy my watches', `Block ${grace.username}…`);
      await expect(new Blocks(ada).dialog).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await new Blocks(ada).confirms();
      await expect(new Blocks(ada).note).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  for (const locale of ['en', 'de', 'ar'] as const) {
    test(`nothing of it scrolls sideways, and all is large enough for a finger, in ${locale}`, async ({
      ada,
      grace,
    }) => {
      const room = await preparesAdmin(ada, grace);
      await speaks(ada, locale);
      for (const path of [
        '/account/security',
        '/account/recovery-codes',
        `/admin/people?query=${grace.username}`,
        '/admin/reports',
        '/admin/audit',
        `/rooms/${room.id}`,
      ]) {
        await ada.page.goto(path);
        await ada.page
          .locator('details')
          .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
        expect(await sidewaysOverflow(ada.page), path).toBe(0);
        expect(await tooSmallTargets(ada.page), path).toEqual([]);
      }
      await ada.page.goto(`/login?username=${ada.username}&ask=password&at=password&error=unauthenticated`);
      expect(await sidewaysOverflow(ada.page)).toBe(0);
    });
  }
});
