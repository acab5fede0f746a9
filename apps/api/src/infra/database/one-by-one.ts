import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { unavailable } from '../../common/app-error.js';
import { faultOf, refusalOfFault, type Fault } from './faults.js';
import type { Committer, Job } from './write-queue.js';

/** How often a job is tried that lost against somebody else's. */
const MOST_ATTEMPTS: Partial<Record<Fault, number>> = { contended: 8, duplicate: 2 };

/** Whoever lost waits up to this long for each attempt so far, so that two do not meet again and again. */
const BACK_OFF_MS = 10;

type Outcome = { value: unknown } | { error: unknown; fault: Fault | undefined };

/**
 * For a database server, which other processes write to as well: each job has a transaction of its own, so that it holds
 * its locks no longer than it needs and is tried again alone when somebody else's write came between. A job must
 * therefore do nothing but write. What is stored at once is gathered before (`Batch`).
 */
export class OneByOne implements Committer {
  constructor(private readonly source: DataSource) {}

  async commitNext(waiting: Job[]): Promise<void> {
    const job = waiting.shift()!;
    const outcome = await this.#persist(job);
    if ('value' in outcome) {
      job.resolve(outcome.value);
      return;
    }
    const { error, fault } = outcome;
    job.reject(fault === 'duplicate' ? error : (refusalOfFault(error) ?? error));
    if (fault !== 'down') return;
    // One waiting after the other for a server that is away would keep the last of them for ever.
    for (const { reject } of waiting.splice(0)) reject(unavailable(error));
  }

  async #persist(job: Job): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(job);
      if ('value' in outcome || attempt >= ((outcome.fault && MOST_ATTEMPTS[outcome.fault]) ?? 1))
        return outcome;
      await delay(Math.random() * BACK_OFF_MS * attempt);
    }
  }

  async #attempt({ work }: Job): Promise<Outcome> {
    const transaction = this.source.createQueryRunner();
    try {
      await transaction.startTransaction('READ COMMITTED');
      const value = await work(transaction.manager);
      await transaction.commitTransaction();
      return { value };
    } catch (error) {
      await rollBack(transaction);
      return { error, fault: faultOf(error) };
    } finally {
      await transaction.release().catch(() => undefined);
    }
  }
}

/** Without a connection there is nothing to roll back, and the server has done so. */
const rollBack = (transaction: QueryRunner): Promise<void> =>
  transaction.isTransactionActive
    ? transaction.rollbackTransaction().catch(() => undefined)
    : Promise.resolve();
