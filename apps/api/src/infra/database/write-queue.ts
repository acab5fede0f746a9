import type { EntityManager } from 'typeorm';
import { AppError, unavailable } from '../../common/app-error.js';
import { storageFault } from './sqlite.js';

type Work<T = unknown> = (tx: EntityManager) => Promise<T>;

type Job = {
  work: Work;
  isLast: boolean;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/**
 * The one serial writer, with group commit: jobs that arrive while a transaction runs share the next one, and
 * so its one sync to disk. Each job stands on its own savepoint, so that one that fails takes nobody with it.
 * Natural batching, no timers (Helland et al., "Group Commit Timers and High Volume Transaction Systems").
 *
 * A job's promise settles only after COMMIT. Whatever its caller does then without further waiting happens
 * before the next transaction begins: facts are told in the order in which they were stored.
 */
export class WriteQueue {
  #waiting: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(private readonly manager: EntityManager) {}

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
    while (this.#waiting.length > 0) await this.#commit(this.#next());
    // In the same turn as the last look: whoever asks after it must find that nobody is running.
    this.#running = null;
  }

  #next(): Job[] {
    const last = this.#waiting.findIndex((job) => job.isLast);
    return this.#waiting.splice(0, last === -1 ? this.#waiting.length : last + 1);
  }

  async #commit(jobs: Job[]): Promise<void> {
    const transaction = this.manager.queryRunner!;
    const outcomes: Outcome[] = [];
    try {
      await transaction.startTransaction();
      for (const job of jobs) outcomes.push(await this.#attempt(job, jobs.length > 1));
      if (jobs.length === 1 && !outcomes[0]!.ok) await transaction.rollbackTransaction();
      else await transaction.commitTransaction();
    } catch (error) {
      // Nothing of this transaction is stored, so nobody may be told that it is.
      await transaction.rollbackTransaction().catch(() => undefined);
      const refusal = refusalFor(error);
      for (const job of jobs) job.reject(refusal);
      return;
    }
    jobs.forEach((job, i) => {
      const outcome = outcomes[i]!;
      if (outcome.ok) job.resolve(outcome.value);
      else job.reject(outcome.error);
    });
  }

  async #attempt(job: Job, shared: boolean): Promise<Outcome> {
    if (shared) await this.manager.query('SAVEPOINT job');
    try {
      const value = await job.work(this.manager);
      if (shared) await this.manager.query('RELEASE job');
      return { ok: true, value };
    } catch (error) {
      // A full or failing disk is not this job's fault: it ends the whole transaction.
      if (storageFault(error)) throw error;
      if (shared) {
        await this.manager.query('ROLLBACK TO job');
        await this.manager.query('RELEASE job');
      }
      return { ok: false, error };
    }
  }
}

function refusalFor(error: unknown): AppError {
  if (storageFault(error) === 'full') {
    return new AppError('storage_full', 'The server has no space left to store this.', { cause: error });
  }
  return unavailable(error);
}
