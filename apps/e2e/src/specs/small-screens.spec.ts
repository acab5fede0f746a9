import { expect, test } from '../people/people.js';
import { tooSmallTargets, sidewaysOverflow } from '../people/fit.js';

for (const width of [320, 375]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 640 }, hasTouch: true, isMobile: true });

    test('nothing scrolls sideways, and Back leads to the list and again to the room', async ({
      ada,
      grace,
    }) => {
      const room = await (await ada.isSignedIn()).opens(await grace.account());
      await (await grace.account()).posts(room, 'w'.repeat(300));
      await ada.visits(room);
      expect(await sidewaysOverflow(ada.page)).toBe(0);
      await expect(ada.screen.rooms).toBeHidden();

      await ada.page.getByRole('link', { name: 'Back' }).click();
      await expect(ada.screen.rooms).toBeVisible();
      await expect(ada.screen.log).toBeHidden();
      expect(await sidewaysOverflow(ada.page)).toBe(0);

      await ada.opens(grace.username);
      await expect(ada.screen.composer).toBeVisible();
      await ada.page.goBack();
      await expect(ada.screen.rooms).toBeVisible();
      await ada.page.goForward();
      await expect(ada.screen.log).toBeVisible();
    });

    test('names without a place to break make no page wider', async ({ ada, grace }) => {
      const displayName = 'w'.repeat(64);
      const [account, graces] = [await ada.isSignedIn(), await grace.account()];
      for (const each of [account, graces]) await each.calls('updateMe', { displayName });
      await account.calls('block', { userId: graces.user.id });

      for (const path of ['/account', '/account/security', `/new?query=${grace.username}`]) {
        await ada.page.goto(path);
        await expect(ada.page.getByText(displayName).first()).toBeVisible();
        expect(await sidewaysOverflow(ada.page), path).toBe(0);
      }
    });

    test('every target is large enough for a finger', async ({ ada, grace }) => {
      const room = await (await ada.isSignedIn()).opens(await grace.account());
      await ada.visits(room);
      expect(await tooSmallTargets(ada.page)).toEqual([]);

      await ada.page.getByRole('link', { name: 'Back' }).click();
      await expect(ada.screen.rooms).toBeVisible();
      expect(await tooSmallTargets(ada.page)).toEqual([]);

      await ada.screen.newConversation.click();
      await expect(ada.screen.findPeople).toBeVisible();
      expect(await tooSmallTargets(ada.page)).toEqual([]);
      expect(await sidewaysOverflow(ada.page)).toBe(0);
    });

    test('the sign-in page fits', async ({ ada }) => {
      await ada.page.goto('/login');

      await expect(ada.screen.continue).toBeVisible();
      expect(await sidewaysOverflow(ada.page)).toBe(0);
      expect(await tooSmallTargets(ada.page)).toEqual([]);
    });

    test('two people talk', async ({ ada, grace }) => {
      await ada.signsIn();
      await (await grace.account()).opens(await ada.account());
      await ada.page.getByRole('link', { name: 'Back' }).click();
      await ada.opens(grace.username);
      await ada.says('from my phone');
      await expect(ada.screen.message('from my phone')).toContainText('Sent');
    });
  });
}
