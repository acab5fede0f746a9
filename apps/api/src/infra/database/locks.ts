import type { EntityManager } from 'typeorm';
import type { Engine } from '../../config/database-url.js';
import { engineUnder, inList, withGiven } from './sql.js';

/** PostgreSQL: without hindering those who only refer to the row. SQLite has one writer, and nobody to wait for. */
const LOCKS: Record<Engine, string | null> = {
  sqlite: null,
  postgres: 'FOR NO KEY UPDATE',
  mysql: 'FOR UPDATE',
};

/**
 * Waits until nobody else writes to what these rows stand for, and keeps everyone else waiting until the end of the
 * transaction. What a job decides by is read behind it. Answers whether somebody else may have written meanwhile.
 */
export async function lockRows(
  tx: EntityManager,
  table: 'rooms' | 'users' | 'attachments',
  ids: string[],
): Promise<boolean> {
  const lock = LOCKS[engineUnder(tx)];
  if (!lock || ids.length === 0) return false;
  // In one order for all: two that wait for each other would wait for ever.
  const ordered = [...new Set(ids)].sort();
  await tx.query(`SELECT id FROM ${table} WHERE id IN ${inList(ordered)} ORDER BY id ${lock}`, ordered);
  return true;
}

const selectMembers = withGiven(
  { room: 'id', person: 'id' },
  ({ join }) => `SELECT members.room_id FROM given
   ${join} members ON members.room_id = given.room AND members.user_id = given.person FOR UPDATE`,
);

/** The same for what rooms are to people. */
export async function lockMembers(
  tx: EntityManager,
  keys: { roomId: string; userId: string }[],
): Promise<void> {
  if (!LOCKS[engineUnder(tx)]) return;
  const ordered = keys.map(({ roomId, userId }) => [roomId, userId]).sort();
  await selectMembers(tx, ordered);
}

/** What a SELECT ends with whose rows nobody else is to take: it waits for those that somebody else has. */
export const waitingFor = (tx: EntityManager): string => (LOCKS[engineUnder(tx)] ? 'FOR UPDATE' : '');

/** The same without waiting: it leaves those out. */
export const skippingLocked = (tx: EntityManager): string =>
  LOCKS[engineUnder(tx)] ? 'FOR UPDATE SKIP LOCKED' : '';
