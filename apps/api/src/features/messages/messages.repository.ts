import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../infra/database/database.js';
import { inList, insertRows, withGiven } from '../../infra/database/sql.js';
import type { MessageRow } from './message-row.js';

export type RoomPosition = { id: string; last_seq: number; version: number };

const COLUMNS = ['id', 'room_id', 'seq', 'version', 'client_id', 'sender_id', 'body', 'created_at'] as const;

const insertMessages = insertRows('messages', [...COLUMNS]);

const selectByClientId = withGiven(
  ['sender', 'client'],
  `SELECT messages.* FROM given
   CROSS JOIN messages ON messages.sender_id = given.sender AND messages.client_id = given.client`,
);

const advanceRooms = withGiven(
  ['room', 'added', 'at'],
  `UPDATE rooms SET last_seq = last_seq + given.added, version = version + given.added,
     last_activity_at = given.at
   FROM given WHERE rooms.id = given.room RETURNING id, last_seq, version`,
);

const advanceSenders = withGiven(
  ['room', 'sender', 'seq'],
  `UPDATE members SET read_seq = given.seq, delivered_seq = given.seq
   FROM given WHERE members.room_id = given.room AND members.user_id = given.sender`,
);

/** The hot statements are raw SQL for many rows at once; the table is the entity's. */
@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  /** Those of the senders' messages that are stored under these client ids. */
  byClientIds(tx: Transaction, keys: { senderId: string; clientId: string }[]): Promise<MessageRow[]> {
    return tx.query(
      selectByClientId(keys.length),
      keys.flatMap(({ senderId, clientId }) => [senderId, clientId]),
    );
  }

  /** Takes the next `added` positions and versions of each room; returns where each room stands then. */
  advanceRooms(tx: Transaction, rooms: { id: string; added: number; at: number }[]): Promise<RoomPosition[]> {
    return tx.query(
      advanceRooms(rooms.length),
      rooms.flatMap(({ id, added, at }) => [id, added, at]),
    );
  }

  async insert(tx: Transaction, rows: MessageRow[]): Promise<void> {
    await tx.query(
      insertMessages(rows.length),
      rows.flatMap((row) => COLUMNS.map((column) => row[column])),
    );
  }

  /** Whoever sends has read up to their own message. */
  async advanceSenders(
    tx: Transaction,
    last: { roomId: string; senderId: string; seq: number }[],
  ): Promise<void> {
    await tx.query(
      advanceSenders(last.length),
      last.flatMap(({ roomId, senderId, seq }) => [roomId, senderId, seq]),
    );
  }

  /** Where a room stands. Read it before its messages: what comes meanwhile is then told again, never missed. */
  async positionOf(roomId: string): Promise<RoomPosition> {
    const [row] = await this.database.reads.query<[RoomPosition]>(
      'SELECT id, last_seq, version FROM rooms WHERE id = ?',
      [roomId],
    );
    return row;
  }

  /** The messages from `first` to `last`, both included, ascending. */
  between(roomId: string, first: number, last: number): Promise<MessageRow[]> {
    return this.database.reads.query(
      'SELECT * FROM messages WHERE room_id = ? AND seq BETWEEN ? AND ? ORDER BY seq',
      [roomId, first, last],
    );
  }

  /** Up to `limit` messages changed after `since` and up to `until`, oldest change first. */
  changedBetween(roomId: string, since: number, until: number, limit: number): Promise<MessageRow[]> {
    return this.database.reads.query(
      'SELECT * FROM messages WHERE room_id = ? AND version > ? AND version <= ? ORDER BY version LIMIT ?',
      [roomId, since, until, limit],
    );
  }

  /** The last message of each of these rooms that has one. */
  lastOf(roomIds: string[]): Promise<MessageRow[]> {
    if (roomIds.length === 0) return Promise.resolve([]);
    return this.database.reads.query(
      `SELECT messages.* FROM rooms JOIN messages ON messages.room_id = rooms.id AND messages.seq = rooms.last_seq
       WHERE rooms.id IN ${inList(roomIds)}`,
      roomIds,
    );
  }
}
