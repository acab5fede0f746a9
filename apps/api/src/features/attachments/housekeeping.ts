import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { WokenJob } from '../../common/woken-job.js';
import { Database } from '../../infra/database/database.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import { blobKeysOf } from './blob-keys.js';
import { RemovedFilesRepository } from './removed-files.repository.js';

/** How long an upload may wait to be posted. */
export const UNPOSTED_MS = 24 * 60 * 60 * 1_000;

const SWEEP_EVERY_MS = 60 * 60 * 1_000;

/** After a failure of the store, which is seldom over at once. */
const RETRY_MS = 60_000;

/** Few enough that no transaction and no call to the store is long. */
const FILES_PER_STEP = 100;

/**
 * Takes files out of the store that are gone for everyone: of deleted messages, replaced pictures, and uploads that
 * were never posted. Their rows go last, so that after a crash or a failure of the store they are found again.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(Housekeeping.name);
  readonly #job = new WokenJob(() => this.sweep(Date.now()), {
    everyMs: SWEEP_EVERY_MS,
    retryMs: RETRY_MS,
    onFailure: (error) => this.#logger.warn({ msg: 'Files could not be removed', error }),
  });

  constructor(
    private readonly database: Database,
    private readonly files: RemovedFilesRepository,
    private readonly store: BlobStore,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#job.stop();
  }

  /** There is something to take out: it begins at once, and does not keep the caller waiting. */
  wake(): void {
    this.#job.wake();
  }

  /** Does all that there is to be done at an instant. @throws what the store or the database throws */
  async sweep(now: number): Promise<void> {
    while (await this.#expireSome(now)) if (this.#job.isStopped) return;
    while (await this.#removeSome()) if (this.#job.isStopped) return;
  }

  /** Whether there may be more. */
  async #expireSome(now: number): Promise<boolean> {
    const expired = await this.database.write((tx) =>
      this.files.expire(tx, now - UNPOSTED_MS, now, FILES_PER_STEP),
    );
    return expired === FILES_PER_STEP;
  }

  /** Whether there may be more. */
  async #removeSome(): Promise<boolean> {
    const removed = await this.files.some(FILES_PER_STEP);
    if (removed.length === 0) return false;

    await this.store.remove(removed.flatMap(blobKeysOf));
    const ids = removed.map(({ id }) => id);
    await this.database.write((tx) => this.files.forget(tx, ids));
    return removed.length === FILES_PER_STEP;
  }
}
