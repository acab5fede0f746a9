import { expect, type Locator } from '@playwright/test';
import type { Account } from './account.js';
import type { Person } from './person.js';

/** The search page, and what people do there. */
export class Search {
  constructor(private readonly person: Person) {}

  get field(): Locator {
    return this.person.screen.main.getByRole('textbox', { name: 'Search', exact: true });
  }

  get results(): Locator {
    return this.person.screen.main.getByRole('listitem').getByRole('link');
  }

  /** What of the results is marked as what was asked for. */
  get hits(): Locator {
    return this.results.locator('mark');
  }

  get filters(): Locator {
    return this.person.screen.main.getByRole('list', { name: 'Narrow it down' });
  }

  async opensAt(query: string): Promise<void> {
    await this.person.page.goto(`/search?${query}`);
  }
}

/** Waits until the index, which follows behind the messages, has as many. */
export async function untilFound(account: Account, q: string, count = 1): Promise<void> {
  await expect
    .poll(async () => (await account.calls('search', { q, limit: 50 })).items.length)
    .toBeGreaterThanOrEqual(count);
}
