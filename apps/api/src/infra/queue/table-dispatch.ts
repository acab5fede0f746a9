import { Logger } from '@nestjs/common';
import { WokenJob } from '../../common/woken-job.js';
import { JobDispatch } from './job-dispatch.js';
import type { JobRunner } from './job-runner.js';
import type { JobStore } from './job-store.js';

/** How soon what another node added, and what is due again, is found. */
const LOOK_EVERY_MS = 1_000;

/** After the database failed. */
const RETRY_MS = 2_000;

/** Workers take what is due out of the table. */
export class TableDispatch extends JobDispatch {
  readonly isUp = true;
  readonly dependency = null;
  readonly #logger = new Logger('Jobs');
  readonly #looking = new WokenJob(() => this.#look(), {
    everyMs: LOOK_EVERY_MS,
    retryMs: RETRY_MS,
    onFailure: (error) =>
      this.#logger.warn({ msg: 'Jobs could not be taken', error: (error as Error).message }),
  });

  constructor(
    private readonly store: JobStore,
    private readonly runner: JobRunner,
  ) {
    super();
  }

  start(): Promise<void> {
    this.#looking.wake();
    return Promise.resolve();
  }

  wake(): void {
    this.#looking.wake();
  }

  stop(): Promise<void> {
    return this.#looking.stop();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #look(): Promise<void> {
    for (const topic of this.runner.topics) {
      if (this.runner.roomFor(topic) === 0 || !(await this.store.isDue(topic))) continue;
      const jobs = await this.store.take(topic, this.runner.roomFor(topic));
      for (const job of jobs) void this.runner.run(job).then(() => this.#looking.wake());
    }
  }
}
