import type { DataSource, EntityManager } from 'typeorm';
import { GroupCommit } from './group-commit.js';
import { OneByOne } from './one-by-one.js';

export type Work<T = unknown> = (tx: EntityManager) => Promise<T>;

export type Job = {
  work: Work;
  isLast: boolean;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** How an engine commits what waits: it takes what it will do at once off the queue, and settles each of it. */
export interface Committer {
  commitNext(waiting: Job[]): Promise<void>;
}

/**
 * The one serial writer of this process. Natural batching, no timers (Helland et al., "Group Commit Timers and High
 * Volume Transaction Systems").
 *
 * A job's promise settles only after COMMIT. Whatever its caller does then without further waiting happens
 * before the next transaction begins: facts are told in the order in which they were stored.
 */
export class WriteQueue {
  readonly #committer: Committer;
  #waiting: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(source: DataSource) {
    this.#committer = source.options.type === 'sqlite' ? new GroupCommit(source) : new OneByOne(source);
  }

  /** @param isLast no job that comes later shares its transaction */
  add<T>(work: Work<T>, isLast = false): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, isLast, resolve: resolve as Job['resolve'], reject });
      this.#running ??= this.#drain();
    });
  }

  /** Settles when nothing waits or runs. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    // What else arrives in this turn of the event loop belongs to the first transaction too.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#committer.commitNext(this.#waiting);
    // In the same turn as the last look: whoever asks after it must find that nobody is running.
    this.#running = null;
  }
}
