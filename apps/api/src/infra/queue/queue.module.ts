import { Global, Module } from '@nestjs/common';
import { amqpAddress } from '../../config/amqp-url.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { openBeside } from '../database/beside.js';
import { Database } from '../database/database.js';
import { DeadLettersRepository } from './dead-letters.repository.js';
import { JobDispatch } from './job-dispatch.js';
import { JobMetrics } from './job-metrics.js';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';
import { TableDispatch } from './table-dispatch.js';

async function openStore(
  { DATABASE_URL }: Env,
  database: Database,
  jobs: JobsRepository,
  deadLetters: DeadLettersRepository,
): Promise<JobStore> {
  const beside = await openBeside(DATABASE_URL, database);
  return new JobStore(beside.database, jobs, deadLetters, beside.end);
}

/** `AMQP_URL` is the plug: the table alone, or RabbitMQ between it and the workers. */
async function openDispatch({ AMQP_URL }: Env, store: JobStore, runner: JobRunner): Promise<JobDispatch> {
  if (!AMQP_URL) return new TableDispatch(store, runner);
  const { RabbitDispatch } = await import('./rabbit-dispatch.js');
  return new RabbitDispatch(amqpAddress(AMQP_URL)!, store, runner);
}

@Global()
@Module({
  providers: [
    Jobs,
    JobsRepository,
    DeadLettersRepository,
    JobRunner,
    JobMetrics,
    {
      provide: JobStore,
      inject: [ENV, Database, JobsRepository, DeadLettersRepository],
      useFactory: openStore,
    },
    { provide: JobDispatch, inject: [ENV, JobStore, JobRunner], useFactory: openDispatch },
  ],
  exports: [Jobs, DeadLettersRepository, JobDispatch],
})
export class QueueModule {}
