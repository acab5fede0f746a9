import type { Locator } from '@playwright/test';
import type { Person } from './person.js';

/** What somebody sees and does while writing. */
export class Writing {
  constructor(readonly person: Person) {}

  get suggestions(): Locator {
    return this.person.page.getByRole('listbox', { name: 'Suggestions' });
  }

  /** The suggestion that Enter would take. */
  get chosen(): Locator {
    return this.suggestions.getByRole('option', { selected: true });
  }

  get emojiPicker(): Locator {
    return this.person.page.getByRole('dialog', { name: 'Emoji' });
  }

  async types(text: string): Promise<void> {
    await this.person.screen.composer.pressSequentially(text);
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.person.screen.composer.press(key);
  }

  /** As the clipboard would bring it. */
  async pastes(text: string): Promise<void> {
    await this.person.screen.composer.evaluate((field, pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      field.dispatchEvent(event);
    }, text);
  }
}
