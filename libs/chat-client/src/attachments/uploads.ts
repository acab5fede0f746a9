import type { Attachment } from '@parley/shared-types';
import { CallFailed, CommandFailed } from '../connection/failure.js';
import { isPermanent, retryDelay } from '../messages/retry.js';
import type { OutboxFile } from './outbox-file.js';
import type { Upload } from './upload.js';
import { UploadJob, type JobOptions } from './upload-job.js';

/** How many files go up at once. More would only make each of them slower. */
const MOST_AT_ONCE = 3;
/** After so many failures in a row a person is asked: each attempt may cost megabytes. */
const MOST_FAILURES = 6;

interface UploadsOptions extends Pick<JobOptions, 'post' | 'describe'> {
  /** Takes back a file that was uploaded and will not be posted. */
  remove: (attachmentId: string) => Promise<void>;
  random: () => number;
}

/**
 * The files of one person on their way to the server, each by its `fileId`. Failures of the moment are tried again,
 * later with each, and at once when the connection is back.
 */
export class Uploads {
  private readonly jobs = new Map<string, UploadJob>();
  private readonly listeners = new Set<() => void>();
  private running = 0;

  constructor(private readonly options: UploadsOptions) {}

  /** Calls back after every change of any file. */
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get(fileId: string): Upload | undefined {
    return this.jobs.get(fileId)?.upload;
  }

  /** Begins with a file, unless that was done before. */
  add(file: OutboxFile) {
    if (this.jobs.has(file.fileId)) return;
    this.jobs.set(file.fileId, new UploadJob(file, { ...this.options, changed: this.tell }));
    this.pump();
  }

  /** What a picture shows; '' takes it away. The upload is done again once the server knows. */
  describe(fileId: string, alt: string) {
    if (this.jobs.get(fileId)?.describe(alt)) this.pump();
  }

  /** Tries again now what failed, or waits to be tried again. */
  retry(fileId: string) {
    const job = this.jobs.get(fileId);
    if (!job || !['waiting', 'failed'].includes(job.upload.state)) return;
    clearTimeout(job.timer);
    job.timer = undefined;
    if (job.upload.state === 'failed') job.startOver();
    this.pump();
  }

  /** Forgets a file that will not be posted, here and on the server. */
  cancel(fileId: string) {
    const job = this.jobs.get(fileId);
    this.forget(fileId);
    if (job?.upload.state === 'done') this.removeOnServer(job);
  }

  /** Forgets a file that was posted. */
  forget(fileId: string) {
    this.jobs.get(fileId)?.cancel();
    this.jobs.delete(fileId);
    this.tell();
  }

  /** The connection is back. */
  resume() {
    for (const job of this.jobs.values()) {
      if (job.timer === undefined) continue;
      clearTimeout(job.timer);
      job.timer = undefined;
      job.failures = 0;
    }
    this.pump();
  }

  /** What the server made of a file; begins with it, again if it had failed. @throws `CallFailed` when it was refused */
  whenDone(file: OutboxFile): Promise<Attachment> {
    if (!file.blob && !this.get(file.fileId))
      return Promise.reject(
        new CommandFailed({ code: 'not_found', message: 'The file is not here any more.' }),
      );
    this.add(file);
    if (this.get(file.fileId)?.state === 'failed') this.retry(file.fileId);
    return new Promise((resolve, reject) => {
      const look = () => {
        const upload = this.get(file.fileId);
        if (upload?.state === 'done' && upload.attachment) resolve(upload.attachment);
        else if (upload?.state === 'failed' && upload.error) reject(new CommandFailed(upload.error));
        else if (upload) return;
        else reject(new Error('The file was taken back.'));
        this.listeners.delete(look);
      };
      this.listeners.add(look);
      look();
    });
  }

  private readonly tell = () => {
    for (const listener of [...this.listeners]) listener();
  };

  private pump() {
    for (const job of this.jobs.values()) {
      if (this.running >= MOST_AT_ONCE) return;
      if (job.upload.state === 'waiting' && job.timer === undefined) void this.run(job);
    }
  }

  private async run(job: UploadJob) {
    this.running += 1;
    try {
      await job.run();
      // It was taken back in the very moment of its arrival.
      if (this.jobs.get(job.file.fileId) !== job) this.removeOnServer(job);
    } catch (error) {
      if (this.jobs.get(job.file.fileId) === job) this.failed(job, error);
    }
    this.running -= 1;
    this.pump();
  }

  private removeOnServer({ attachmentId }: UploadJob) {
    // The server removes by itself, after a day, what nobody posted.
    if (attachmentId) this.options.remove(attachmentId).catch(() => undefined);
  }

  private failed(job: UploadJob, thrown: unknown) {
    const error = thrown instanceof CallFailed ? thrown : undefined;
    const code = error?.code ?? 'internal';
    job.failures += 1;
    if (isPermanent(code) || code === 'storage_full' || job.failures >= MOST_FAILURES)
      return job.failed(error, 'failed');
    const delayMs = retryDelay(job.failures - 1, error?.retryAfterMs, this.options.random);
    job.timer = setTimeout(() => this.retry(job.file.fileId), delayMs);
    job.failed(error, 'waiting');
  }
}
