import type { Attachment } from '@parley/shared-types';
import type { CallFailed } from '../connection/failure.js';
import type { OutboxFile } from './outbox-file.js';
import type { PostFile } from './post-file.js';
import type { Upload } from './upload.js';

export interface JobOptions {
  post: PostFile;
  describe: (attachmentId: string, alt: string) => Promise<Attachment>;
  changed: () => void;
}

/** One file on its way: what is wanted of it, and how far it has come. */
export class UploadJob {
  /** Where it stands; another object after each change. */
  upload: Upload;
  /** Failures in a row. */
  failures = 0;
  timer: ReturnType<typeof setTimeout> | undefined;
  private readonly cancelled = new AbortController();
  /** What the server has, described or not. */
  private stored: Attachment | null = null;
  private alt: string;
  private toldAlt = '';

  constructor(
    readonly file: OutboxFile,
    private readonly options: JobOptions,
  ) {
    this.alt = file.alt ?? '';
    const { fileId, size } = file;
    this.upload = { fileId, state: 'waiting', sentBytes: 0, size, attachment: null, error: null };
  }

  get attachmentId() {
    return this.stored?.id;
  }

  move(to: Partial<Upload>) {
    this.upload = { ...this.upload, ...to };
    this.options.changed();
  }

  /** @throws what the server or the network said */
  async run(): Promise<void> {
    this.move({ state: 'uploading', error: null, ...(this.stored ? {} : { sentBytes: 0 }) });
    this.stored ??= await this.post();
    while (this.toldAlt !== this.alt) {
      const { alt } = this;
      this.stored = await this.options.describe(this.stored.id, alt);
      this.toldAlt = alt;
    }
    this.failures = 0;
    this.move({ state: 'done', sentBytes: this.file.size, attachment: this.stored });
  }

  /** It is `waiting` when it will be tried again. */
  failed(error: CallFailed | undefined, state: 'waiting' | 'failed') {
    const told = { code: error?.code ?? 'internal', message: error?.message ?? '' } as const;
    this.move({ state, attachment: null, error: told });
  }

  /** From the beginning: whatever the server had of it may be gone. */
  startOver() {
    this.failures = 0;
    this.stored = null;
    this.toldAlt = '';
    this.move({ state: 'waiting', sentBytes: 0, attachment: null });
  }

  /** True when it must run again, because the server has been told otherwise. */
  describe(alt: string): boolean {
    this.alt = alt;
    const { state } = this.upload;
    if (state !== 'done' || this.toldAlt === alt) return false;
    this.move({ state: 'waiting', attachment: null });
    return true;
  }

  cancel() {
    clearTimeout(this.timer);
    this.cancelled.abort();
  }

  private async post() {
    const { blob, name } = this.file;
    if (!blob) throw new Error('There is nothing to upload.');
    const { alt } = this;
    const attachment = await this.options.post(
      { blob, name, alt },
      { signal: this.cancelled.signal, onProgress: (sentBytes) => this.move({ sentBytes }) },
    );
    this.toldAlt = alt;
    return attachment;
  }
}
