import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';

test('by keyboard alone a person signs in, finds another and sends', async ({ ada, grace }) => {
  await grace.account();
  const { keyboard } = ada.page;

  await ada.page.goto('/');
  await expect(ada.screen.username).toBeFocused();
  await keyboard.type(ada.username);
  await keyboard.press('Enter');

  await expect(ada.screen.composer).toBeFocused();
  await tabTo(ada, ada.screen.newConversation);
  await keyboard.press('Enter');
  await expect(ada.screen.findPeople).toBeFocused();
  await keyboard.type(grace.username);
  await expect(ada.screen.personFound(grace.username)).toBeVisible();
  await tabTo(ada, ada.screen.personFound(grace.username));
  await keyboard.press('Enter');

  await expect(ada.screen.heading).toContainText(grace.username);
  await expect(ada.screen.composer).toBeFocused();
  await keyboard.type('no mouse was used');
  await keyboard.press('Enter');
  await ada.hears('no mouse was used');
});

test('a dialog keeps the focus in, and gives it back when it closes', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  await expect(ada.screen.composer).toBeFocused();
  await tabTo(ada, ada.screen.newConversation);
  await ada.page.keyboard.press('Enter');
  await expect(ada.screen.findPeople).toBeFocused();

  for (let presses = 0; presses < 30; presses += 1) {
    await ada.page.keyboard.press('Tab');
    await expect(ada.screen.dialog.locator(':focus')).toHaveCount(1);
  }
  await ada.page.keyboard.press('Escape');

  await expect(ada.screen.dialog).toBeHidden();
  await expect(ada.screen.newConversation).toBeFocused();
});

test('the account menu opens, moves and closes by keyboard and gives the focus back', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  await expect(ada.screen.composer).toBeFocused();
  await tabTo(ada, ada.screen.account);

  await ada.page.keyboard.press('Enter');
  await expect(ada.screen.menu).toBeVisible();
  await ada.page.keyboard.press('End');
  await expect(ada.screen.menuItem('Sign out')).toBeFocused();
  await ada.page.keyboard.press('Escape');

  await expect(ada.screen.menu).toBeHidden();
  await expect(ada.screen.account).toBeFocused();
});

test('the skip link leads to the composer', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  await expect(ada.screen.composer).toBeFocused();
  await ada.page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });

  await ada.page.keyboard.press('Tab');
  const skip = ada.page.getByRole('link', { name: /skip/i });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.press('Tab');

  await expect(ada.screen.composer).toBeFocused();
});

test('the focus is always to be seen', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  await expect(ada.screen.composer).toBeFocused();

  for (let presses = 0; presses < 15; presses += 1) {
    await ada.page.keyboard.press('Tab');
    const unseen = await ada.page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const marked = [focused, ...ancestors(focused, 3)].some((each) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      });
      return marked ? null : focused.outerHTML.slice(0, 120);

      function ancestors(node: Element, depth: number): Element[] {
        return node.parentElement && depth > 0
          ? [node.parentElement, ...ancestors(node.parentElement, depth - 1)]
          : [];
      }
    });
    expect(unseen).toBeNull();
  }
});

/** Presses Tab until it has the focus. @throws when a hundred presses do not lead there */
async function tabTo({ page }: Person, target: ReturnType<Person['page']['locator']>): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
