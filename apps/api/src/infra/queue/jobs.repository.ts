import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { skippingLocked, waitingFor } from '../database/locks.js';
import { inList, insertRows, updateGiven } from '../database/sql.js';
import type { Job, Ticket } from './job.js';

/** A worker that is silent for so long has died: somebody else may take its job. */
const RUN_LEASE_MS = 60_000;

/** A job that waits with the broker for so long may have been lost there: it is offered again. */
const OFFER_LEASE_MS = 10 * 60_000;

export type NewJob = { id: string; topic: string; payload: string; dueAt: number; createdAt: number };
/** Of one topic: how many are left to be done, since when the oldest is (milliseconds), and how many are dead. */
export type TopicCount = { topic: string; left: number; oldest: number | null; dead: number };
export type Failure = Pick<Job, 'id' | 'attempts'> & { error: string };

const insert = insertRows('jobs', ['id', 'topic', 'payload', 'attempts', 'due_at', 'created_at']);

/** Whoever has taken it meanwhile has raised the attempts. */
const STILL_OURS = 'jobs.id = given.job AND jobs.attempts = given.attempts';

const postpone = updateGiven(
  { job: 'id', attempts: 'int', due: 'instant', error: 'text' },
  { table: 'jobs', set: { due_at: 'given.due', error: 'given.error' }, where: STILL_OURS },
);
const bury = updateGiven(
  { job: 'id', attempts: 'int', died: 'instant', error: 'text' },
  {
    table: 'jobs',
    set: { due_at: 'NULL', offered_at: 'NULL', died_at: 'given.died', error: 'given.error' },
    where: STILL_OURS,
  },
);

const COLUMNS = 'id, topic, payload, attempts';

@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, jobs: NewJob[]): Promise<void> {
    await insert(
      tx,
      jobs.map(({ id, topic, payload, dueAt, createdAt }) => [id, topic, payload, 0, dueAt, createdAt]),
    );
  }

  /** Whether a topic has something to be done now. */
  async isDue(topic: string, now: number): Promise<boolean> {
    const rows = await this.database.reads.query<unknown[]>(
      'SELECT id FROM jobs WHERE topic = ? AND due_at <= ? LIMIT 1',
      [topic, now],
    );
    return rows.length > 0;
  }

  /** Takes up to `limit` jobs that are due, the longest first, that nobody else is just taking. */
  async take(tx: Transaction, topic: string, limit: number, now: number): Promise<Job[]> {
    const due = await tx.query<Job[]>(
      `SELECT ${COLUMNS} FROM jobs WHERE topic = ? AND due_at <= ? ORDER BY due_at LIMIT ? ${skippingLocked(tx)}`,
      [topic, now, limit],
    );
    return this.#taken(tx, due, now);
  }

  /** Takes those of the jobs that are still as their tickets say. */
  async claim(tx: Transaction, tickets: Ticket[], now: number): Promise<Job[]> {
    const ids = tickets.map(({ id }) => id);
    const rows = await tx.query<Job[]>(
      `SELECT ${COLUMNS} FROM jobs WHERE id IN ${inList(ids)} AND due_at IS NOT NULL ORDER BY id ${waitingFor(tx)}`,
      ids,
    );
    // One that is late may have come together with the one that counts.
    const keyOf = ({ id, attempts }: Pick<Job, 'id' | 'attempts'>) => `${id} ${attempts}`;
    const valid = new Set(tickets.map(keyOf));
    return this.#taken(
      tx,
      rows.filter((row) => valid.has(keyOf(row))),
      now,
    );
  }

  async #taken(tx: Transaction, jobs: Job[], now: number): Promise<Job[]> {
    const ids = jobs.map(({ id }) => id);
    if (ids.length > 0) {
      await tx.query(
        `UPDATE jobs SET attempts = attempts + 1, due_at = ?, offered_at = NULL WHERE id IN ${inList(ids)}`,
        [now + RUN_LEASE_MS, ...ids],
      );
    }
    return jobs.map((job) => ({ ...job, attempts: job.attempts + 1 }));
  }

  /** Notes of up to `limit` jobs of a topic that are due that they are with the broker; answers what to tell it. */
  async offer(tx: Transaction, topic: string, limit: number, now: number): Promise<Ticket[]> {
    const due = await tx.query<Ticket[]>(
      `SELECT id, topic, attempts FROM jobs WHERE topic = ? AND due_at <= ? ORDER BY due_at LIMIT ?
       ${skippingLocked(tx)}`,
      [topic, now, limit],
    );
    const ids = due.map(({ id }) => id);
    if (ids.length > 0) {
      await tx.query(`UPDATE jobs SET due_at = ?, offered_at = ? WHERE id IN ${inList(ids)}`, [
        now + OFFER_LEASE_MS,
        now,
        ...ids,
      ]);
    }
    return due;
  }

  /** The broker has not taken these, or has them no more. */
  async withdraw(tx: Transaction, ids: string[], dueAt: number): Promise<void> {
    await tx.query(
      `UPDATE jobs SET due_at = ?, offered_at = NULL WHERE offered_at IS NOT NULL AND id IN ${inList(ids)}`,
      [dueAt, ...ids],
    );
  }

  /** All that the broker was told of a topic it has lost. */
  async withdrawAll(tx: Transaction, topic: string, now: number): Promise<void> {
    await tx.query(
      'UPDATE jobs SET due_at = ?, offered_at = NULL WHERE topic = ? AND offered_at IS NOT NULL AND due_at > ?',
      [now, topic, now],
    );
  }

  /** Deletes those that nobody else has taken meanwhile, and answers their ids. */
  async finish(tx: Transaction, jobs: Pick<Job, 'id' | 'attempts'>[]): Promise<Set<string>> {
    const ids = jobs.map(({ id }) => id);
    const rows = await tx.query<Pick<Job, 'id' | 'attempts'>[]>(
      `SELECT id, attempts FROM jobs WHERE id IN ${inList(ids)} ORDER BY id ${waitingFor(tx)}`,
      ids,
    );
    const attempts = new Map(jobs.map((job) => [job.id, job.attempts]));
    const ours = rows.filter((row) => row.attempts === attempts.get(row.id)).map(({ id }) => id);
    if (ours.length > 0) await tx.query(`DELETE FROM jobs WHERE id IN ${inList(ours)}`, ours);
    return new Set(ours);
  }

  postpone(tx: Transaction, { id, attempts, error }: Failure, dueAt: number): Promise<void> {
    return postpone(tx, [[id, attempts, dueAt, error]]);
  }

  bury(tx: Transaction, { id, attempts, error }: Failure, now: number): Promise<void> {
    return bury(tx, [[id, attempts, now, error]]);
  }

  async counts(): Promise<TopicCount[]> {
    const rows = await this.database.reads.query<Record<'topic' | 'waiting' | 'oldest' | 'dead', unknown>[]>(
      `SELECT topic, SUM(CASE WHEN died_at IS NULL THEN 1 ELSE 0 END) AS waiting,
         MIN(CASE WHEN died_at IS NULL THEN created_at END) AS oldest,
         SUM(CASE WHEN died_at IS NULL THEN 0 ELSE 1 END) AS dead
       FROM jobs GROUP BY topic`,
    );
    return rows.map(({ topic, waiting, oldest, dead }) => ({
      topic: String(topic),
      left: Number(waiting),
      oldest: oldest === null ? null : Number(oldest),
      dead: Number(dead),
    }));
  }
}
