import type { Locator } from '@playwright/test';
import type { Person } from './person.js';

/** A room's menu and its details, and what people do in them. */
export class RoomSettings {
  constructor(private readonly person: Person) {}

  get menuButton(): Locator {
    return this.person.screen.main.getByRole('button', { name: 'Room menu', exact: true });
  }

  get menu(): Locator {
    return this.person.page.getByRole('menu', { name: 'Room menu', exact: true });
  }

  item(name: string): Locator {
    return this.menu.getByRole('menuitem', { name, exact: true });
  }

  level(name: string): Locator {
    return this.menu.getByRole('menuitemradio', { name, exact: true });
  }

  get details(): Locator {
    return this.person.page.getByRole('dialog', { name: /^About / });
  }

  /** From the heading of the room that is open. */
  async opensTheMenu(): Promise<void> {
    await this.menuButton.click();
  }

  /** By the other mouse button, in the list. */
  async opensTheMenuOf(name: string): Promise<void> {
    await this.person.screen.roomLink(name).click({ button: 'right' });
  }

  async opensTheDetails(): Promise<void> {
    await this.opensTheMenu();
    await this.item('Room details').click();
  }
}
