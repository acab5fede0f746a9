import type { OutboxFile } from './outbox-file.js';
import type { Uploads } from './uploads.js';

/** The uploads of a chat, whose script is fetched with the first file: most visits send none. */
export class LazyUploads {
  private loaded: Uploads | undefined;
  private loading: Promise<Uploads> | undefined;

  constructor(private readonly load: () => Promise<Uploads>) {}

  /** @throws whatever fetching a script throws; asking again tries again */
  readonly get = (): Promise<Uploads> => {
    this.loading ??= this.load().then(
      (uploads) => (this.loaded = uploads),
      (error: unknown) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  };

  /** These were posted, or never will be. */
  async drop(files: readonly OutboxFile[], arePosted: boolean) {
    const uploads = await this.loading?.catch(() => undefined);
    for (const { fileId } of files) {
      if (arePosted) uploads?.forget(fileId);
      else uploads?.cancel(fileId);
    }
  }

  /** What was never fetched has nothing to resume. */
  resume() {
    this.loaded?.resume();
  }
}
