import { expect, type Locator } from '@playwright/test';
import { MessageActs } from './actions.js';
import type { Person } from './person.js';

/** The thread that is open beside a room. */
export class ThreadView {
  readonly acts: MessageActs;

  constructor(private readonly person: Person) {
    this.acts = new MessageActs(person, this.log);
  }

  get log(): Locator {
    return this.person.page.getByRole('log', { name: 'Thread', exact: true });
  }

  get composer(): Locator {
    return this.person.page.getByRole('textbox', { name: 'Reply in thread', exact: true });
  }

  get close(): Locator {
    return this.person.page.getByRole('button', { name: 'Close thread', exact: true });
  }

  reply(body: string): Locator {
    return this.acts.article(body);
  }

  /** The line under a room's message that leads into its thread. */
  line(body: string): Locator {
    return this.person.screen.message(body).getByRole('link', { name: /repl/ });
  }

  async opens(body: string): Promise<void> {
    await this.line(body).click();
    await expect(this.log).toBeVisible();
  }

  async begins(body: string): Promise<void> {
    await new MessageActs(this.person).presses(body, 'Reply in thread');
    await expect(this.log).toBeVisible();
  }

  async says(body: string): Promise<void> {
    await this.composer.fill(body);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
    await expect(this.reply(body)).toBeVisible();
  }
}
