import type { DataSource, EntityManager } from 'typeorm';
import { unavailable } from '../../common/app-error.js';
import { faultOf, refusalOfFault } from './faults.js';
import type { Committer, Job } from './write-queue.js';

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/**
 * For an engine with one writer and a sync to disk for each commit: jobs that arrived while a transaction ran share the
 * next one. Each job stands on its own savepoint, so that one that fails takes nobody with it.
 */
export class GroupCommit implements Committer {
  readonly #manager: EntityManager;

  constructor(source: DataSource) {
    this.#manager = source.createQueryRunner().manager;
  }

  async commitNext(waiting: Job[]): Promise<void> {
    const last = waiting.findIndex((job) => job.isLast);
    const jobs = waiting.splice(0, last === -1 ? waiting.length : last + 1);
    const transaction = this.#manager.queryRunner!;
    const outcomes: Outcome[] = [];
    try {
      await transaction.startTransaction();
      for (const job of jobs) outcomes.push(await this.#attempt(job, jobs.length > 1));
      if (jobs.length === 1 && !outcomes[0]!.ok) await transaction.rollbackTransaction();
      else await transaction.commitTransaction();
    } catch (error) {
      // Nothing of this transaction is stored, so nobody may be told that it is.
      await transaction.rollbackTransaction().catch(() => undefined);
      const refusal = refusalOfFault(error) ?? unavailable(error);
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
    if (shared) await this.#manager.query('SAVEPOINT job');
    try {
      const value = await job.work(this.#manager);
      if (shared) await this.#manager.query('RELEASE job');
      return { ok: true, value };
    } catch (error) {
      // A full or failing disk is not this job's fault: it ends the whole transaction.
      if (faultOf(error)) throw error;
      if (shared) {
        await this.#manager.query('ROLLBACK TO job');
        await this.#manager.query('RELEASE job');
      }
      return { ok: false, error };
    }
  }
}
