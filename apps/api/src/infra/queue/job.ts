import type { Transaction } from '../database/database.js';
import type { JobTopic, JobTopics } from './job-topics.js';

/** A job that a worker has taken; nobody else has it until its lease is over. */
export type Job = {
  id: string;
  topic: string;
  /** JSON. */
  payload: string;
  /** Which attempt this is, from 1. */
  attempts: number;
};

/** What tells a worker of a job: it may be taken if it has been tried so often, and is otherwise somebody else's. */
export type Ticket = Pick<Job, 'id' | 'topic' | 'attempts'>;

/** What is stored together with the end of the job, and therefore once. */
export type Effect = (tx: Transaction) => Promise<void>;

/**
 * Does a job, or throws. It may be called again for the same job, also after it has done it: what it changes outside
 * of the database must bear that; what it changes in the database goes into the effect that it answers.
 */
export type JobHandler<Topic extends JobTopic> = (
  payload: JobTopics[Topic],
  context: { jobId: string; attempt: number; signal: AbortSignal },
) => Promise<Effect | undefined>;

/** Trying the job again would not help: it is a dead letter at once. */
export class NotToBeDone extends Error {}
