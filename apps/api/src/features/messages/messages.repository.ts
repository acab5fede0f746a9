import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LAST_POSITION } from '../../infra/database/column-types.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import {
  inList,
  insertRows,
  withGiven,
  updateGiven,
  updateGivenReturning,
  type Dialect,
} from '../../infra/database/sql.js';
import type { MessageRow } from './message-row.js';

export type RoomPosition = { id: string; last_seq: number; version: number };

type Columns = (keyof MessageRow)[];

/** What every message has from its beginning; the rest has defaults. */
const PLAIN: Columns = ['id', 'room_id', 'seq', 'version', 'client_id', 'sender_id', 'body', 'created_at'];
/** What few messages have from their beginning. */
const SPECIAL: Columns = ['reply_to_id', 'thread_root_id', 'mentions', 'mentions_all', 'attachments'];

/** What may change afterwards. */
const CHANGING: Columns = [
  'version',
  'body',
  'reply_count',
  'mentions',
  'mentions_all',
  'attachments',
  'reactions',
  'pinned_at',
  'edited_at',
  'deleted_at',
];

const ALL = [...new Set([...PLAIN, ...SPECIAL, ...CHANGING])];
const rowIn = ({ rowAsJson }: Dialect): string => `${rowAsJson('messages', ALL)} AS message`;

/** Engines refuse to compare a column with a number that it could not hold. */
const known = (position: number): number => Math.min(position, LAST_POSITION);

type Read = { message: string };
const toRows = (read: Read[]): MessageRow[] => read.map(({ message }) => JSON.parse(message) as MessageRow);

const insertPlain = insertRows('messages', PLAIN);
const insertSpecial = insertRows('messages', [...PLAIN, ...SPECIAL]);

const updateMessages = updateGiven(
  {
    message: 'id',
    version: 'int',
    body: 'text',
    reply_count: 'int',
    mentions: 'text',
    mentions_all: 'id',
    attachments: 'text',
    reactions: 'text',
    pinned_at: 'instant',
    edited_at: 'instant',
    deleted_at: 'instant',
  },
  {
    table: 'messages',
    set: Object.fromEntries(CHANGING.map((column) => [column, `given.${column}`])),
    where: 'messages.id = given.message',
  },
);

const selectByClientId = withGiven<Read>(
  { sender: 'id', client: 'id' },
  (dialect) => `SELECT ${rowIn(dialect)} FROM given
   ${dialect.join} messages ON messages.sender_id = given.sender AND messages.client_id = given.client`,
);

const POSITION: (keyof RoomPosition)[] = ['id', 'last_seq', 'version'];

const advanceRooms = updateGivenReturning<RoomPosition>(
  { room: 'id', messages: 'int', versions: 'int', at: 'instant' },
  {
    table: 'rooms',
    set: {
      last_seq: 'rooms.last_seq + given.messages',
      version: 'rooms.version + given.versions',
      last_activity_at: 'given.at',
    },
    where: 'rooms.id = given.room',
  },
  POSITION,
);

const advanceVersions = updateGivenReturning<RoomPosition>(
  { room: 'id', versions: 'int' },
  { table: 'rooms', set: { version: 'rooms.version + given.versions' }, where: 'rooms.id = given.room' },
  POSITION,
);

const advanceSenders = updateGiven(
  { room: 'id', sender: 'id', seq: 'int' },
  {
    table: 'members',
    set: { read_seq: 'given.seq', seen_seq: 'given.seq', delivered_seq: 'given.seq' },
    where: 'members.room_id = given.room AND members.user_id = given.sender',
  },
);

/** The hot statements are raw SQL for many rows at once; the table is the entity's. */
@Injectable()
export class MessagesRepository {
  readonly #row: string;

  constructor(private readonly database: Database) {
    this.#row = rowIn(database.dialect);
  }

  /** Those of the senders' messages that are stored under these client ids. */
  async byClientIds(tx: Transaction, keys: { senderId: string; clientId: string }[]): Promise<MessageRow[]> {
    const given = keys.map(({ senderId, clientId }) => [senderId, clientId]);
    return toRows(await selectByClientId(tx, given));
  }

  /** Those of the ids that exist, in any order. */
  async byIds(ids: string[], manager: EntityManager = this.database.reads): Promise<MessageRow[]> {
    if (ids.length === 0) return [];
    const rows = await manager.query<Read[]>(
      `SELECT ${this.#row} FROM messages WHERE id IN ${inList(ids)}`,
      ids,
    );
    return toRows(rows);
  }

  /** Takes the next positions and versions of each room; returns where each room stands then. */
  advanceRooms(
    tx: Transaction,
    rooms: { id: string; messages: number; versions: number; at: number }[],
  ): Promise<RoomPosition[]> {
    return advanceRooms(
      tx,
      rooms.map(({ id, messages, versions, at }) => [id, messages, versions, at]),
    );
  }

  /** Takes the next versions of each room for changes, which are no activity; returns where each room stands then. */
  advanceVersions(tx: Transaction, rooms: { id: string; versions: number }[]): Promise<RoomPosition[]> {
    return advanceVersions(
      tx,
      rooms.map(({ id, versions }) => [id, versions]),
    );
  }

  async insert(tx: Transaction, rows: MessageRow[]): Promise<void> {
    const isSpecial = rows.some((row) => SPECIAL.some((column) => row[column] !== null));
    const columns = isSpecial ? [...PLAIN, ...SPECIAL] : PLAIN;
    const insert = isSpecial ? insertSpecial : insertPlain;
    await insert(
      tx,
      rows.map((row) => columns.map((column) => row[column])),
    );
  }

  /** Writes what may change of messages. */
  async update(tx: Transaction, rows: MessageRow[]): Promise<void> {
    await updateMessages(
      tx,
      rows.map((row) => [row.id, ...CHANGING.map((column) => row[column])]),
    );
  }

  /** Whoever sends has read up to their own message. */
  async advanceSenders(
    tx: Transaction,
    last: { roomId: string; senderId: string; seq: number }[],
  ): Promise<void> {
    await advanceSenders(
      tx,
      last.map(({ roomId, senderId, seq }) => [roomId, senderId, seq]),
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
    return this.#read('WHERE room_id = ? AND seq BETWEEN ? AND ? ORDER BY seq', [
      roomId,
      known(first),
      known(last),
    ]);
  }

  /** Up to `limit` messages changed after `since` and up to `until`, oldest change first. */
  changedBetween(roomId: string, since: number, until: number, limit: number): Promise<MessageRow[]> {
    return this.#read('WHERE room_id = ? AND version > ? AND version <= ? ORDER BY version LIMIT ?', [
      roomId,
      known(since),
      until,
      limit,
    ]);
  }

  /** Up to `limit` replies of a thread before `seq`, the latest first. */
  repliesBefore(rootId: string, seq: number, limit: number): Promise<MessageRow[]> {
    return this.#read('WHERE thread_root_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?', [
      rootId,
      known(seq),
      limit,
    ]);
  }

  /** Up to `limit` replies of a thread after `seq`, ascending. */
  repliesAfter(rootId: string, seq: number, limit: number): Promise<MessageRow[]> {
    return this.#read('WHERE thread_root_id = ? AND seq > ? ORDER BY seq LIMIT ?', [
      rootId,
      known(seq),
      limit,
    ]);
  }

  /** The pinned messages of a room, the latest pin first. */
  pinnedIn(roomId: string): Promise<MessageRow[]> {
    return this.#read('WHERE room_id = ? AND pinned_at IS NOT NULL ORDER BY pinned_at DESC, seq DESC', [
      roomId,
    ]);
  }

  /** How many messages are pinned in each of these rooms that has any. */
  async pinCountsOf(tx: Transaction, roomIds: string[]): Promise<Map<string, number>> {
    if (roomIds.length === 0) return new Map();
    const rows = await tx.query<{ room_id: string; pins: number | string }[]>(
      `SELECT room_id, COUNT(*) AS pins FROM messages
       WHERE room_id IN ${inList(roomIds)} AND pinned_at IS NOT NULL GROUP BY room_id`,
      roomIds,
    );
    return new Map(rows.map(({ room_id, pins }) => [room_id, Number(pins)]));
  }

  /** The last message of each of these rooms that has one. */
  async lastOf(roomIds: string[]): Promise<MessageRow[]> {
    if (roomIds.length === 0) return [];
    const rows = await this.database.reads.query<Read[]>(
      `SELECT ${this.#row} FROM rooms JOIN messages ON messages.room_id = rooms.id AND messages.seq = rooms.last_seq
       WHERE rooms.id IN ${inList(roomIds)}`,
      roomIds,
    );
    return toRows(rows);
  }

  async #read(where: string, parameters: unknown[]): Promise<MessageRow[]> {
    return toRows(
      await this.database.reads.query<Read[]>(`SELECT ${this.#row} FROM messages ${where}`, parameters),
    );
  }
}
