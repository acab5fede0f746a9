import type { Attachment } from '@parley/shared-types';
import { lackingOf, type OutboxFile } from '../attachments/outbox-file.js';
import { CallFailed } from '../connection/failure.js';
import type { OutboxEntry, OutboxMessage } from './outbox-entry.js';

/** What an outbox needs in order to send files. */
export interface FileWays {
  /** Rejects with `CallFailed` when a file was refused for good. */
  upload: (file: OutboxFile) => Promise<Attachment>;
  /** These need not be uploaded any more: they were posted, or will never be. */
  drop: (files: readonly OutboxFile[], arePosted: boolean) => void;
  /** This device does not keep the files of a message: a reload would lose them. */
  notKept: () => void;
}

interface FilesOptions extends Pick<FileWays, 'upload'> {
  find: (clientId: string) => OutboxEntry | undefined;
  put: (entry: OutboxMessage) => void;
  /** Nothing is missing any more, or nothing will come: what was held back may go. */
  settled: (entry: OutboxMessage) => void;
}

/** Uploads what unsent messages carry. */
export class OutboxFiles {
  private readonly underWay = new Set<string>();

  constructor(private readonly options: FilesOptions) {}

  /** May be called any number of times. */
  begin(entry: OutboxEntry) {
    if (entry.action !== 'send' || entry.state !== 'queued') return;
    for (const file of lackingOf(entry)) void this.upload(entry.clientId, file);
  }

  private async upload(clientId: string, file: OutboxFile) {
    if (this.underWay.has(file.fileId)) return;
    this.underWay.add(file.fileId);
    try {
      this.uploaded(clientId, { ...file, attachment: await this.options.upload(file) });
    } catch (error) {
      // Anything else is over as soon as there is a network again.
      if (error instanceof CallFailed) this.refused(clientId, error);
    }
    this.underWay.delete(file.fileId);
  }

  private uploaded(clientId: string, file: OutboxFile) {
    const entry = this.options.find(clientId);
    if (entry?.action !== 'send') return;
    const files = (entry.files ?? []).map((known) => (known.fileId === file.fileId ? file : known));
    const changed = { ...entry, files };
    this.options.put(changed);
    if (lackingOf(changed).length === 0) this.options.settled(changed);
  }

  private refused(clientId: string, { code, message }: CallFailed) {
    const entry = this.options.find(clientId);
    if (entry?.action !== 'send') return;
    this.options.put({ ...entry, state: 'failed', error: { code, message } });
    this.options.settled(entry);
  }
}
