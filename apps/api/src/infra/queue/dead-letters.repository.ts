import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { inList, insertRows } from '../database/sql.js';

/** A job that was given up, as a raw query gives it. */
export type DeadRow = {
  id: string;
  topic: string;
  payload: string;
  attempts: number;
  error: string | null;
  created_at: number | string;
  died_at: number | string;
};

export type DeadFilter = { topic?: string | undefined };

const insert = insertRows('jobs', ['id', 'topic', 'payload', 'attempts', 'died_at', 'error', 'created_at']);

@Injectable()
export class DeadLettersRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` that died before one (an instant and an id), the latest first. */
  pageBefore([at, id]: [number, string], { topic }: DeadFilter, limit: number): Promise<DeadRow[]> {
    return this.database.reads.query<DeadRow[]>(
      `SELECT id, topic, payload, attempts, error, created_at, died_at FROM jobs
       WHERE died_at IS NOT NULL AND (died_at < ? OR (died_at = ? AND id < ?)) ${topic ? 'AND topic = ?' : ''}
       ORDER BY died_at DESC, id DESC LIMIT ?`,
      [at, at, id, ...(topic ? [topic] : []), limit],
    );
  }

  /** Up to `limit` ids of those that died before an instant, in any order. */
  async idsBefore(tx: Transaction, at: number, { topic }: DeadFilter, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM jobs WHERE died_at <= ? ${topic ? 'AND topic = ?' : ''} LIMIT ?`,
      [at, ...(topic ? [topic] : []), limit],
    );
    return rows.map(({ id }) => id);
  }

  /** They are to be done again, from the first attempt on. Answers those of the ids that were dead. */
  async revive(tx: Transaction, ids: string[], now: number): Promise<string[]> {
    const dead = await this.#deadOf(tx, ids);
    await tx.query(
      `UPDATE jobs SET attempts = 0, due_at = ?, died_at = NULL WHERE died_at IS NOT NULL AND id IN ${inList(dead)}`,
      [now, ...dead],
    );
    return dead;
  }

  /** They are never to be done. Answers those of the ids that were dead. */
  async discard(tx: Transaction, ids: string[]): Promise<string[]> {
    const dead = await this.#deadOf(tx, ids);
    await tx.query(`DELETE FROM jobs WHERE died_at IS NOT NULL AND id IN ${inList(dead)}`, dead);
    return dead;
  }

  /** Keeps what was in a queue and is no job of ours, so that somebody sees it. */
  keep(
    tx: Transaction,
    letter: Pick<DeadRow, 'id' | 'topic' | 'payload'> & { error: string },
  ): Promise<void> {
    const now = Date.now();
    return insert(tx, [[letter.id, letter.topic, letter.payload, 0, now, letter.error, now]]);
  }

  async #deadOf(tx: Transaction, ids: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM jobs WHERE died_at IS NOT NULL AND id IN ${inList(ids)}`,
      ids,
    );
    return rows.map(({ id }) => id);
  }
}
