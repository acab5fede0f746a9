import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { unavailable } from '../../common/app-error.js';
import { faultOf, refusalOfFault, type Fault } from './faults.js';
import type { Committer, Job } from './write-queue.js';

/** How often a job is tried that lost against somebody else's. */
const MOST_ATTEMPTS: Partial<Record<Fault, number>> = { contended: 8, duplicate: 2 };

/** Whoever lost waits up to this long for each attempt so far, so that two do not meet again and again. */
const BACK_OFF_MS = 10;

type Outcome = { value: unknown } | { refusal: unknown; fault: Fault | undefined };

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
    job.reject(outcome.refusal);
    if (outcome.fault !== 'down') return;
    // One waiting after the other for a server that is away would keep the last of them for ever.
    for (const { reject } of waiting.splice(0)) reject(outcome.refusal);
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
    let isDone = false;
    try {
      await transaction.startTransaction('READ COMMITTED');
      const value = await work(transaction.manager);
      isDone = true;
      await transaction.commitTransaction();
      return { value };
    } catch (error) {
      await rollBack(transaction);
      // Whatever it is that stops a commit, the work was not at fault.
      return {
        fault: faultOf(error),
        refusal: refusalOfFault(error) ?? (isDone ? unavailable(error) : error),
      };
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
