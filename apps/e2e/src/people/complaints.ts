import type { BrowserContext } from '@playwright/test';

/**
 * Everything a browser complained of: errors and warnings on its console (a hydration mismatch is one) and
 * uncaught exceptions. A test fails on any that it did not expect.
 */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      this.#heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#heard.push(`uncaught: ${error.error().stack}`));
  }

  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Something that a test itself saw and nobody should. */
  note(complaint: string): void {
    this.#heard.push(complaint);
  }

  get unexpected(): string[] {
    return this.#heard.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)));
  }
}
