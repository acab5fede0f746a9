import { expect, type Locator } from '@playwright/test';
import type { Person } from './person.js';

/** The page of what keeps a name somebody's, and what people do there. */
export class Security {
  constructor(private readonly person: Person) {}

  get newPassword(): Locator {
    return this.person.page.getByRole('textbox', { name: 'New password', exact: true });
  }

  get currentPassword(): Locator {
    return this.person.page.getByRole('textbox', { name: 'Current password', exact: true });
  }

  get save(): Locator {
    return this.person.page.getByRole('button', { name: /^(Set|Change) password$/ });
  }

  get codes(): Locator {
    return this.person.screen.main.getByRole('listitem');
  }

  get devices(): Locator {
    return this.person.page.getByRole('region', { name: 'Devices' }).getByRole('listitem');
  }

  get blocked(): Locator {
    return this.person.page.getByRole('region', { name: 'Blocked people' }).getByRole('listitem');
  }

  async opens(): Promise<void> {
    await this.person.page.goto('/account/security');
    await expect(this.person.screen.heading).toHaveText('Security');
  }

  async sets(password: string, current?: string): Promise<void> {
    if (current !== undefined) await this.currentPassword.fill(current);
    await this.newPassword.fill(password);
    await this.save.click();
  }

  /** Goes on from the page that shows codes. @returns the codes */
  async keepsTheCodes(): Promise<string[]> {
    await expect(this.person.screen.heading).toHaveText('Keep these codes');
    const codes = await this.codes.allInnerTexts();
    await this.person.screen.continue.click();
    return codes;
  }
}
