import type { Locator } from '@playwright/test';
import type { Person } from './person.js';
import { quoted } from './quoted.js';

/** The quick switcher, and what people do in it. */
export class Switcher {
  constructor(private readonly person: Person) {}

  get dialog(): Locator {
    return this.person.page.getByRole('dialog', { name: 'Go to', exact: true });
  }

  get button(): Locator {
    return this.person.page.getByRole('button', { name: 'Jump to', exact: true });
  }

  get field(): Locator {
    return this.dialog.getByRole('combobox');
  }

  get options(): Locator {
    return this.dialog.getByRole('option');
  }

  option(name: string): Locator {
    return this.dialog.getByRole('option', { name: quoted(name) });
  }

  /** The option that Enter would take. */
  get chosen(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }

  async isOpenedByKeyboard(): Promise<void> {
    await this.person.page.keyboard.press('ControlOrMeta+k');
  }
}
