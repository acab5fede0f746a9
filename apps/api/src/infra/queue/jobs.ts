import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../database/database.js';
import type { JobHandler } from './job.js';
import { JobDispatch } from './job-dispatch.js';
import { JobRunner, type JobOptions } from './job-runner.js';
import type { JobTopic, JobTopics } from './job-topics.js';
import { JobsRepository } from './jobs.repository.js';

/**
 * What can wait until after the answer. A job is added in the transaction of what it follows from and is then done at
 * least once, whatever dies meanwhile; what it changes in the database, once. What fails again and again is a dead letter.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly runner: JobRunner,
    private readonly dispatch: JobDispatch,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.dispatch.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.dispatch.stop();
    await this.runner.stop();
    await this.dispatch.close();
  }

  /**
   * Within the transaction of what they follow from; call `wake` after the commit.
   * @param dueAt not before this instant, in milliseconds
   */
  async add<Topic extends JobTopic>(
    tx: Transaction,
    topic: Topic,
    payloads: JobTopics[Topic][],
    dueAt?: number,
  ): Promise<void> {
    const now = Date.now();
    const jobs = payloads.map((payload) => ({
      id: uuidv7(),
      topic,
      payload: JSON.stringify(payload),
      dueAt: dueAt ?? now,
      createdAt: now,
    }));
    if (jobs.length > 0) await this.jobs.insert(tx, jobs);
  }

  /** There is something to do. It would be found without this too, after a second or so. */
  wake(): void {
    this.dispatch.wake();
  }

  /** Who does the jobs of a topic; to be called before the start. */
  handle<Topic extends JobTopic>(topic: Topic, run: JobHandler<Topic>, options: JobOptions = {}): void {
    this.runner.handle(topic, run, options);
  }
}
