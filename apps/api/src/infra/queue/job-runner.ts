import { Injectable, Logger } from '@nestjs/common';
import { backOff } from './back-off.js';
import { NotToBeDone, type Effect, type Job, type JobHandler } from './job.js';
import type { JobTopic } from './job-topics.js';
import { JobStore } from './job-store.js';

/** After so long a job has failed, while its lease still holds. */
const TIME_LIMIT_MS = 45_000;

/** How long a node that stops waits for what is under way. */
const PATIENCE_MS = 3_000;

export type JobOptions = {
  /** How many this node does at once. */
  concurrency?: number;
  /** How often it is tried before it is a dead letter. */
  attempts?: number;
};

type Worker = {
  run: JobHandler<JobTopic>;
  concurrency: number;
  attempts: number;
  busy: number;
};

/** Does jobs that were taken, and says what became of them: done, to be tried again, or dead. */
@Injectable()
export class JobRunner {
  readonly #logger = new Logger('Jobs');
  readonly #workers = new Map<string, Worker>();
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(private readonly store: JobStore) {}

  get topics(): string[] {
    return [...this.#workers.keys()];
  }

  handle<Topic extends JobTopic>(topic: Topic, run: JobHandler<Topic>, options: JobOptions): void {
    const { concurrency = 4, attempts = 12 } = options;
    this.#workers.set(topic, { run: run as JobHandler<JobTopic>, concurrency, attempts, busy: 0 });
  }

  concurrencyOf(topic: string): number {
    return this.#workers.get(topic)?.concurrency ?? 0;
  }

  /** How many jobs of a topic may be handed to it now. */
  roomFor(topic: string): number {
    const worker = this.#workers.get(topic);
    return worker ? Math.max(0, worker.concurrency - worker.busy) : 0;
  }

  /** Settles when it is known what became of the job; does not throw. */
  run(job: Job): Promise<void> {
    const worker = this.#workers.get(job.topic);
    if (!worker) return Promise.resolve();
    worker.busy += 1;
    const running = this.#do(worker, job).finally(() => {
      worker.busy -= 1;
      this.#running.delete(running);
    });
    this.#running.add(running);
    return running;
  }

  /** Settles when nothing runs; what does not come to an end soon has failed, and is tried again somewhere. */
  async stop(): Promise<void> {
    const patience = setTimeout(() => this.#stopping.abort(), PATIENCE_MS);
    await Promise.all(this.#running);
    clearTimeout(patience);
  }

  async #do(worker: Worker, job: Job): Promise<void> {
    try {
      // It was taken so often, and nobody could say how it ended: it ends whoever does it.
      if (job.attempts > worker.attempts) throw new NotToBeDone('No attempt came to an end');
      const effect = await this.#attempt(worker, job);
      await this.store.finish(job, effect);
    } catch (error) {
      await this.#failed(worker, job, error).catch((cause: unknown) => {
        // Nobody has it when its lease is over, and then it is tried again.
        this.#logger.warn({ msg: 'The end of a job could not be noted', jobId: job.id, error: cause });
      });
    }
  }

  async #attempt(worker: Worker, { id, payload, attempts }: Job): Promise<Effect | undefined> {
    const signal = AbortSignal.any([AbortSignal.timeout(TIME_LIMIT_MS), this.#stopping.signal]);
    const isLate = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('It came to no end in time')), { once: true });
    });
    const context = { jobId: id, attempt: attempts, signal };
    return Promise.race([worker.run(JSON.parse(payload) as never, context), isLate]);
  }

  async #failed(worker: Worker, job: Job, error: unknown): Promise<void> {
    const isDead = error instanceof NotToBeDone || job.attempts >= worker.attempts;
    const { id, topic, attempts } = job;
    this.#logger.warn({
      msg: isDead ? 'A job was given up' : 'A job failed',
      jobId: id,
      topic,
      attempts,
      error,
    });

    const failure = { id, attempts, error: sayOf(error) };
    if (isDead) await this.store.bury(failure);
    else await this.store.postpone(failure, backOff(attempts));
  }
}

/** What admins see of a failure. */
const MOST_LETTERS = 1_000;
const sayOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MOST_LETTERS).replaceAll('\0', '\uFFFD');
