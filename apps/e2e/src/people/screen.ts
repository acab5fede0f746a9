import type { Locator, Page } from '@playwright/test';
import { quoted } from './quoted.js';

/** The page by role and accessible name alone, as the contract promises them in section 6. */
export class Screen {
  constructor(readonly page: Page) {}

  get username(): Locator {
    return this.page.getByRole('textbox', { name: 'Username', exact: true });
  }

  get continue(): Locator {
    return this.page.getByRole('button', { name: 'Continue', exact: true });
  }

  /** There only when the name needs one. */
  get password(): Locator {
    return this.page.getByRole('textbox', { name: 'Password', exact: true });
  }

  get recoveryCode(): Locator {
    return this.page.getByRole('textbox', { name: 'Recovery code', exact: true });
  }

  /** What is wrong, as it is told at once. */
  get alert(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\w/ });
  }

  get rooms(): Locator {
    return this.page.getByRole('navigation', { name: 'Rooms', exact: true });
  }

  /** The link of a room or a person, whatever else its name tells. */
  roomLink(name: string): Locator {
    return this.rooms.getByRole('link', { name: quoted(name) });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get heading(): Locator {
    return this.main.getByRole('heading', { level: 1 });
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Messages', exact: true });
  }

  get articles(): Locator {
    return this.log.getByRole('article');
  }

  /** The messages that say exactly this. */
  message(body: string): Locator {
    return this.articles.filter({ has: this.page.getByText(body, { exact: true }) });
  }

  /** The button that leads to the latest message; it counts what is new. */
  get jump(): Locator {
    return this.main.getByRole('button', { name: /new|latest/i });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true });
  }

  get send(): Locator {
    return this.page.getByRole('button', { name: 'Send', exact: true });
  }

  get newConversation(): Locator {
    return this.page.getByRole('button', { name: 'New conversation', exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get findPeople(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Find people', exact: true });
  }

  /** A person among those that the dialog found; to press it opens the conversation with them. */
  personFound(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  addToGroup(name: string): Locator {
    return this.dialog.getByRole('button', { name: new RegExp(`^Add ${quoted(name).source}`) });
  }

  /** In a room: what leads to the search page. */
  get search(): Locator {
    return this.page.getByRole('button', { name: 'Search', exact: true });
  }

  get account(): Locator {
    return this.page.getByRole('button', { name: 'Account', exact: true });
  }

  /** What the page says of its own person; on a phone it is there, out of sight. */
  get ownStatus(): Locator {
    return this.page.getByRole('contentinfo', { includeHidden: true });
  }

  get menu(): Locator {
    return this.page.getByRole('menu');
  }

  menuItem(name: string): Locator {
    return this.menu.getByRole('menuitem', { name, exact: true });
  }

  get members(): Locator {
    return this.main.getByRole('button', { name: 'Members', exact: true });
  }

  get membersPanel(): Locator {
    return this.page.getByRole('complementary', { name: 'Members', exact: true });
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }
}
