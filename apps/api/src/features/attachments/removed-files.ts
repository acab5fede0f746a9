import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../infra/database/database.js';
import type { Effect } from '../../infra/queue/job.js';
import { Jobs } from '../../infra/queue/jobs.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import { blobKeysOf } from './blob-keys.js';
import { RemovedFilesRepository } from './removed-files.repository.js';

/** Few enough that one which the store refuses keeps few others in it. */
const FILES_PER_JOB = 20;

/**
 * Files that are gone for everyone, of deleted messages, replaced pictures and uploads that were never posted. Taking
 * them out of the store is a job: a store that fails keeps nobody waiting, and is asked again.
 */
@Injectable()
export class RemovedFiles implements OnModuleInit {
  constructor(
    private readonly files: RemovedFilesRepository,
    private readonly jobs: Jobs,
    private readonly store: BlobStore,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('files.removed', ({ fileIds }) => this.#takeOut(fileIds));
  }

  /** Nobody gets them any more. Call `wake` after the commit. */
  async remove(tx: Transaction, ids: string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    await this.files.mark(tx, ids, at);
    const parts = Array.from({ length: Math.ceil(ids.length / FILES_PER_JOB) }, (_, i) =>
      ids.slice(i * FILES_PER_JOB, (i + 1) * FILES_PER_JOB),
    );
    await this.jobs.add(
      tx,
      'files.removed',
      parts.map((fileIds) => ({ fileIds })),
    );
  }

  wake(): void {
    this.jobs.wake();
  }

  /** The rows go last: what is known of a file says where its bytes are. */
  async #takeOut(ids: string[]): Promise<Effect> {
    const removed = await this.files.byIds(ids);

    await this.store.remove(removed.flatMap(blobKeysOf));

    return (tx) => this.files.forget(tx, ids);
  }
}
