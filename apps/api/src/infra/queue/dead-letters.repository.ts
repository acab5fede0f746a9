import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { waitingFor } from '../database/locks.js';
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

export type KnownLetter = Pick<DeadRow, 'id' | 'topic'>;
export type DeadFilter = { topic?: string | undefined };

const insert = insertRows('jobs', ['id', 'topic', 'payload', 'attempts', 'died_at', 'error', 'created_at']);

@Injectable()
export class DeadLettersRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` that died before one (an instant and an id), the latest first. */
  pageBefore(one: [number, string] | null, { topic }: DeadFilter, limit: number): Promise<DeadRow[]> {
    const [at, id] = one ?? [Number.MAX_SAFE_INTEGER, ''];
    return this.database.reads.query<DeadRow[]>(
      `SELECT id, topic, payload, attempts, error, created_at, died_at FROM jobs
       WHERE died_at <= ? AND (died_at < ? OR id < ?) ${topic ? 'AND topic = ?' : ''}
       ORDER BY died_at DESC, id DESC LIMIT ?`,
      [at, at, id, ...(topic ? [topic] : []), limit],
    );
  }

  /** Up to `limit` ids of those that died until an instant, in any order. */
  async idsUntil(tx: Transaction, at: number, { topic }: DeadFilter, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM jobs WHERE died_at <= ? ${topic ? 'AND topic = ?' : ''} LIMIT ?`,
      [at, ...(topic ? [topic] : []), limit],
    );
    return rows.map(({ id }) => id);
  }

  /** They are to be done again, from the first attempt on. Answers those that were dead. */
  async revive(tx: Transaction, ids: string[], now: number): Promise<KnownLetter[]> {
    const dead = await this.#deadOf(tx, ids);
    const deadIds = dead.map(({ id }) => id);
    await tx.query(
      `UPDATE jobs SET attempts = 0, due_at = ?, died_at = NULL WHERE died_at IS NOT NULL AND id IN ${inList(deadIds)}`,
      [now, ...deadIds],
    );
    return dead;
  }

  /** They are never to be done. Answers those that were dead. */
  async discard(tx: Transaction, ids: string[]): Promise<KnownLetter[]> {
    const dead = await this.#deadOf(tx, ids);
    const deadIds = dead.map(({ id }) => id);
    await tx.query(`DELETE FROM jobs WHERE died_at IS NOT NULL AND id IN ${inList(deadIds)}`, deadIds);
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

  #deadOf(tx: Transaction, ids: string[]): Promise<KnownLetter[]> {
    return tx.query<KnownLetter[]>(
      `SELECT id, topic FROM jobs WHERE died_at IS NOT NULL AND id IN ${inList(ids)}
       ORDER BY id ${waitingFor(tx)}`,
      ids,
    );
  }
}
