import type { Locator } from '@playwright/test';
import type { Room } from '@parley/shared-types';
import { accessibilityFaults } from '../people/faults.js';
import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { Switcher } from '../people/switcher.js';
import { ThreadView } from '../people/threads.js';

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

test('by keyboard alone a person signs in, finds another, sends, and answers in a thread', async ({
  ada,
  grace,
}) => {
  await grace.account();
  const { keyboard } = ada.page;
  const thread = new ThreadView(ada);

  await ada.page.goto('/');
  await expect(ada.screen.username).toBeFocused();
  await keyboard.type(ada.username);
  await keyboard.press('Enter');
  await expect(ada.screen.composer).toBeFocused();
  const switcher = new Switcher(ada);
  await keyboard.press('ControlOrMeta+k');
  await expect(switcher.field).toBeFocused();
  await keyboard.type(grace.username);
  await expect(switcher.chosen).toContainText(grace.username);
  await keyboard.press('Enter');

  await expect(ada.screen.heading).toContainText(grace.username);
  await expect(ada.screen.composer).toBeFocused();
  await keyboard.type('where do we meet?');
  await keyboard.press('Enter');
  const message = ada.screen.message('where do we meet?');
  await expect(message).toContainText('Sent');
  await tabTo(ada, message, 'Shift+Tab');
  await keyboard.press('t');
  await expect(thread.composer).toBeFocused();
  await keyboard.type('at the fountain');
  await keyboard.press('Enter');

  await expect(thread.reply('at the fountain')).toBeVisible();
  await expect(thread.line('where do we meet?')).toContainText('1 reply');
  await keyboard.press('Escape');
  await expect(thread.log).toBeHidden();
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

type Effects = Record<string, (ada: Person) => Promise<void>>;

/** What is to be seen once the keys beside an entry of the help were pressed. */
const EVERYWHERE: Effects = {
  'Show these shortcuts': (ada) => expect(helpOf(ada)).toBeVisible(),
  'Go to a room or a person': (ada) => expect(ada.page.getByRole('dialog', { name: 'Go to' })).toBeVisible(),
  'Search messages': (ada) => expect(ada.page).toHaveURL(/\/search$/),
  'Previous room': (ada) => expect(ada.screen.heading).toContainText('first'),
  'Next room': (ada) => expect(ada.screen.heading).toContainText('third'),
  'Previous unread room': (ada) => expect(ada.screen.heading).toContainText('first'),
  'Next unread room': (ada) => expect(ada.screen.heading).toContainText('fourth'),
  'Mark all as read': (ada) => expect(ada.page.getByRole('button', { name: 'Undo' })).toBeVisible(),
};

const ON_A_MESSAGE: Effects = {
  'Next message': (ada) => expect(ada.screen.message('third')).toBeFocused(),
  'Previous message': (ada) => expect(ada.screen.message('first')).toBeFocused(),
  'First message that is loaded': (ada) => expect(ada.screen.message('first')).toBeFocused(),
  'Last message': (ada) => expect(ada.screen.message('third')).toBeFocused(),
  React: (ada) => expect(ada.page.getByRole('button', { name: /^React with/ }).first()).toBeVisible(),
  Reply: (ada) => expect(ada.screen.composer).toBeFocused(),
  'Open its thread': (ada) => expect(new ThreadView(ada).composer).toBeFocused(),
  Edit: (ada) => expect(ada.screen.log.getByRole('textbox', { name: 'Edit message' })).toBeFocused(),
  Delete: (ada) => expect(ada.screen.dialog.getByRole('button', { name: 'Delete' })).toBeVisible(),
  'Pin or unpin': (ada) => expect(ada.screen.message('second')).toContainText(/pinned/i),
  Forward: (ada) => expect(ada.screen.dialog).toBeVisible(),
  'Mark unread from here': (ada) => expect(ada.screen.log.getByText('New', { exact: true })).toBeVisible(),
  'All actions': (ada) => expect(ada.screen.menu).toBeVisible(),
};

test('every shortcut that the help lists for the whole page works', async ({ ada, grace }) => {
  test.slow();
  const account = await ada.isSignedIn();
  const graces = await grace.account();
  const rooms: Record<string, Room> = {};
  for (const name of ['fourth', 'third', 'second', 'first']) {
    rooms[name] = await account.creates('group', `${name} ${unique()}`, graces.user);
    await account.calls('updateMyMembership', { roomId: rooms[name].id, starred: true });
    await account.posts(rooms[name], `the ${name} in the list`);
  }
  await ada.visits(rooms.second!);
  const listed = await shortcutsListed(ada, 'Everywhere');
  expect([...new Set(listed.map(({ name }) => name))]).toEqual(Object.keys(EVERYWHERE));

  for (const { name, keys } of listed) {
    for (const unread of ['fourth', 'first'])
      await account.calls('markUnread', { roomId: rooms[unread]!.id, seq: 1 });
    await ada.visits(rooms.second!);
    await expect(ada.screen.composer).toBeFocused();
    await ada.screen.composer.blur();
    await ada.page.keyboard.press(keys);
    await EVERYWHERE[name]!(ada);
  }
});

test('every shortcut that the help lists for a message works', async ({ ada, grace }) => {
  test.slow();
  const account = await ada.isSignedIn();
  const room = await account.opens(await grace.account());
  for (const body of ['first', 'second', 'third']) await account.posts(room, body);
  await ada.visits(room);
  const listed = await shortcutsListed(ada, 'On a message');
  expect([...new Set(listed.map(({ name }) => name))]).toEqual(Object.keys(ON_A_MESSAGE));

  for (const { name, keys } of listed) {
    await ada.visits(room);
    await expect(ada.screen.composer).toBeFocused();
    await ada.screen.message('second').focus();
    await ada.page.keyboard.press(keys);
    await ON_A_MESSAGE[name]!(ada);
  }
});

test('what is typed in a field is never a shortcut', async ({ ada }) => {
  await ada.isSignedIn();
  await ada.page.goto('/');
  await expect(ada.screen.composer).toBeFocused();

  await ada.page.keyboard.type('why? and/or +1');

  await expect(ada.screen.composer).toHaveValue('why? and/or +1');
  await expect(ada.screen.dialog).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the list of shortcuts has no faults that axe finds', async ({ ada }) => {
      await ada.isSignedIn();
      await ada.page.goto('/');
      await expect(ada.screen.composer).toBeFocused();
      await opensTheHelp(ada);
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}

const SIGNS: Record<string, string> = {
  Ctrl: 'Control',
  Esc: 'Escape',
  Del: 'Delete',
  Menu: 'ContextMenu',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

/** A key as the page calls it → as Playwright does. */
const pressed = (key: string) => SIGNS[key] ?? key;

const helpOf = ({ page }: Person) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

async function opensTheHelp(person: Person): Promise<void> {
  await person.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await person.page.keyboard.press('?');
  await expect(helpOf(person)).toBeVisible();
}

/** What the help lists for one place: each combination of keys by itself, as Playwright presses it. */
async function shortcutsListed(person: Person, place: string): Promise<{ name: string; keys: string }[]> {
  await opensTheHelp(person);
  const entries = await helpOf(person).getByRole('region', { name: place }).locator('dl > div').all();
  const listed = entries.map(async (entry) => {
    const name = await entry.getByRole('term').innerText();
    const combinations = await entry.locator('dd > span').all();
    return Promise.all(
      combinations.map(async (keys) => ({
        name,
        keys: (await keys.locator('kbd').allInnerTexts()).map(pressed).join('+'),
      })),
    );
  });
  return (await Promise.all(listed)).flat();
}

/** Presses Tab, or what else is said, until it has the focus. @throws when a hundred presses do not lead there */
async function tabTo({ page }: Person, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}
