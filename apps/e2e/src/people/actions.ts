import { expect, type Locator } from '@playwright/test';
import type { Person } from './person.js';

/** What people do with messages that are there, by the names that a screen reader tells. */
export class MessageActs {
  constructor(
    private readonly person: Person,
    /** Where the messages are: the room's log, or a thread's. */
    private readonly log: Locator = person.screen.log,
  ) {}

  article(body: string): Locator {
    const { page } = this.person;
    return this.log.getByRole('article').filter({ has: page.getByText(body, { exact: true }) });
  }

  /** Points at a message and presses a button of its toolbar. */
  async presses(body: string, name: string): Promise<void> {
    const article = this.article(body);
    await article.hover();
    await article.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
  }

  /** Opens what is behind the dots and chooses. */
  async chooses(body: string, item: string): Promise<void> {
    await this.presses(body, 'More actions');
    await this.person.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async offers(body: string): Promise<string[]> {
    await this.presses(body, 'More actions');
    await expect(this.person.screen.menu).toBeVisible();
    const items = await this.person.screen.menu.getByRole('menuitem').allInnerTexts();
    await this.person.page.keyboard.press('Escape');
    return items.map((text) => text.trim());
  }

  async edits(body: string, next: string): Promise<void> {
    await this.chooses(body, 'Edit');
    const field = this.log.getByRole('textbox', { name: 'Edit message', exact: true });
    await field.fill(next);
    await field.press('Enter');
    await expect(this.article(next)).toBeVisible();
  }

  async deletes(body: string): Promise<void> {
    await this.chooses(body, 'Delete…');
    await this.person.screen.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(this.article(body)).toHaveCount(0);
  }

  async reacts(body: string, emoji: string): Promise<void> {
    await this.presses(body, 'React');
    await this.person.page.getByRole('button', { name: `React with ${emoji}`, exact: true }).click();
    await expect(this.reaction(body, emoji)).toBeVisible();
  }

  reaction(body: string, emoji: string): Locator {
    return this.article(body).getByRole('button', { name: new RegExp(`^${emoji} \\d`) });
  }

  /** Quotes a message in the next one. */
  async answers(body: string, text: string): Promise<void> {
    await this.presses(body, 'Reply');
    await expect(this.person.screen.composer).toBeFocused();
    await this.person.says(text);
  }
}
