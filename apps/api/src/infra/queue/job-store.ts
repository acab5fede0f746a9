import type { OnApplicationShutdown } from '@nestjs/common';
import { Batch } from '../database/batch.js';
import type { Database } from '../database/database.js';
import type { DeadLettersRepository } from './dead-letters.repository.js';
import type { Effect, Job, Ticket } from './job.js';
import type { Failure, JobsRepository } from './jobs.repository.js';

/** How many jobs end in one transaction at most. */
const MOST_AT_ONCE = 100;

/** What workers and dispatchers write about jobs: gathered, and in no way of those who write messages. */
export class JobStore implements OnApplicationShutdown {
  readonly #finishing: Batch<{ job: Job; effect: Effect | undefined }, boolean>;
  readonly #claiming: Batch<Ticket, Job | null>;

  /** @param database written by a writer of its own where the engine allows that; `end` closes it */
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly deadLetters: DeadLettersRepository,
    private readonly end: () => Promise<void>,
  ) {
    this.#finishing = new Batch(
      database,
      async (tx, ending) => {
        const ours = await jobs.finish(
          tx,
          ending.map(({ job }) => job),
        );
        for (const { job, effect } of ending) if (ours.has(job.id)) await effect?.(tx);
        return ending.map(({ job }) => ours.has(job.id));
      },
      undefined,
      MOST_AT_ONCE,
    );
    this.#claiming = new Batch(
      database,
      async (tx, tickets) => {
        const taken = await jobs.claim(tx, tickets, Date.now());
        const byId = new Map(taken.map((job) => [job.id, job]));
        return tickets.map(({ id }) => {
          const job = byId.get(id) ?? null;
          byId.delete(id);
          return job;
        });
      },
      undefined,
      MOST_AT_ONCE,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.idle();
    await this.end();
  }

  /** The job that a ticket stands for; null when it is done, or somebody else's. */
  claim(ticket: Ticket): Promise<Job | null> {
    return this.#claiming.add(ticket);
  }

  take(topic: string, limit: number): Promise<Job[]> {
    return this.database.write((tx) => this.jobs.take(tx, topic, limit, Date.now()));
  }

  offer(topic: string, limit: number): Promise<Ticket[]> {
    return this.database.write((tx) => this.jobs.offer(tx, topic, limit, Date.now()));
  }

  /** They are offered again, after `afterMs`. */
  async withdraw(ids: string[], afterMs: number): Promise<void> {
    if (ids.length > 0) await this.database.write((tx) => this.jobs.withdraw(tx, ids, Date.now() + afterMs));
  }

  withdrawAll(topic: string): Promise<void> {
    return this.database.write((tx) => this.jobs.withdrawAll(tx, topic, Date.now()));
  }

  /** The job is done, and its effect stored with it; neither when somebody else has it by now. Answers which. */
  finish(job: Job, effect: Effect | undefined): Promise<boolean> {
    return this.#finishing.add({ job, effect });
  }

  postpone(failure: Failure, afterMs: number): Promise<void> {
    return this.database.write((tx) => this.jobs.postpone(tx, failure, Date.now() + afterMs));
  }

  bury(failure: Failure): Promise<void> {
    return this.database.write((tx) => this.jobs.bury(tx, failure, Date.now()));
  }

  /** Something that is no job, to be looked at. */
  keep(letter: Parameters<DeadLettersRepository['keep']>[1]): Promise<void> {
    return this.database.write((tx) => this.deadLetters.keep(tx, letter));
  }

  isDue(topic: string): Promise<boolean> {
    return this.jobs.isDue(topic, Date.now());
  }
}
