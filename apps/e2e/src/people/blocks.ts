import { expect, type Locator } from '@playwright/test';
import type { Person } from './person.js';

/** What people do against one another. */
export class Blocks {
  constructor(private readonly person: Person) {}

  get dialog(): Locator {
    return this.person.page.getByRole('dialog', { name: /^Block / });
  }

  /** The line in the place of what somebody wrote whom this person blocks. */
  folded(log = this.person.screen.log): Locator {
    return log.getByRole('article').getByText('Message from somebody you block');
  }

  /** In the place of the composer. */
  get note(): Locator {
    return this.person.screen.main.getByText(/^You block /);
  }

  get unblock(): Locator {
    return this.person.screen.main.getByRole('button', { name: 'Unblock', exact: true });
  }

  async confirms(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Block', exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
