import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { WokenJob } from '../../common/woken-job.js';
import { Database } from '../../infra/database/database.js';
import { RemovedFiles } from './removed-files.js';
import { RemovedFilesRepository } from './removed-files.repository.js';

/** How long an upload may wait to be posted. */
export const UNPOSTED_MS = 24 * 60 * 60 * 1_000;

const SWEEP_EVERY_MS = 60 * 60 * 1_000;
const RETRY_MS = 60_000;

/** Few enough that no transaction is long. */
const FILES_PER_STEP = 100;

/** Removes uploads that nobody has posted. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(Housekeeping.name);
  readonly #job = new WokenJob(() => this.sweep(Date.now()), {
    everyMs: SWEEP_EVERY_MS,
    retryMs: RETRY_MS,
    onFailure: (error) => this.#logger.warn({ msg: 'Old uploads could not be removed', error }),
  });

  constructor(
    private readonly database: Database,
    private readonly files: RemovedFilesRepository,
    private readonly removed: RemovedFiles,
  ) {}

  onApplicationBootstrap(): void {
    this.#job.wake();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#job.stop();
  }

  /** Removes all that are too old at an instant. @throws what the database throws */
  async sweep(now: number): Promise<void> {
    while (await this.#removeSome(now)) if (this.#job.isStopped) return;
  }

  /** Whether there may be more. */
  async #removeSome(now: number): Promise<boolean> {
    const count = await this.database.write(async (tx) => {
      const ids = await this.files.expired(tx, now - UNPOSTED_MS, FILES_PER_STEP);
      await this.removed.remove(tx, ids, now);
      return ids.length;
    });

    if (count > 0) this.removed.wake();

    return count === FILES_PER_STEP;
  }
}
