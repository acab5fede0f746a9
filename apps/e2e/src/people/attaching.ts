import type { Locator } from '@playwright/test';
import type { Person } from './person.js';
import type { SampleFile } from './sample-files.js';

/** How people put files to a message, and what the page tells of them. */
export class Attaching {
  constructor(private readonly person: Person) {}

  get attach(): Locator {
    return this.person.page.getByRole('button', { name: 'Attach files', exact: true });
  }

  get chips(): Locator {
    return this.person.page.getByRole('list', { name: 'Attached files', exact: true }).getByRole('listitem');
  }

  chip(name: string): Locator {
    return this.chips.filter({ hasText: name });
  }

  progress(name: string): Locator {
    return this.person.page.getByRole('progressbar', { name: `Uploading ${name}`, exact: true });
  }

  remove(name: string): Locator {
    return this.person.page.getByRole('button', { name: `Remove ${name}`, exact: true });
  }

  /** Through the browser's own dialog. */
  async picks(...files: SampleFile[]): Promise<void> {
    const choosing = this.person.page.waitForEvent('filechooser');
    await this.attach.click();
    await (await choosing).setFiles(files);
  }

  /** As a screenshot is pasted. */
  async pastes(...files: SampleFile[]): Promise<void> {
    const data = await this.#transfer(files);
    await this.person.screen.composer.evaluate(
      (field, clipboardData) =>
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
      data,
    );
  }

  /** Anywhere on the page: on what somebody reads, say. */
  async drops(target: Locator, ...files: SampleFile[]): Promise<void> {
    const dataTransfer = await this.#transfer(files);
    for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer });
  }

  /** Makes what goes out slow, in bytes a second. */
  async goesOutSlowly(bytes: number): Promise<void> {
    const browser = await this.person.context.newCDPSession(this.person.page);
    await browser.send('Network.enable');
    await browser.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, downloadThroughput: -1 },
      uploadThroughput: bytes,
    });
  }

  #transfer(files: SampleFile[]) {
    const given = files.map(({ name, mimeType, buffer }) => ({
      ...{ name, mimeType },
      base64: buffer.toString('base64'),
    }));
    return this.person.page.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      return transfer;
    }, given);
  }
}
