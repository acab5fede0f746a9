import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { inList, insertRows, withGiven } from '../../infra/database/sql.js';
import { EVERYONE } from './mention.entity.js';

export type Mention = { messageId: string; userId: string; roomId: string; seq: number; senderId: string };

/** A name as it is used in a room. */
export type Name = { roomId: string; usernameKey: string };

/** Where somebody stands in a room. */
export type Reader = { roomId: string; userId: string; readSeq: number };

/** As many as one statement takes, far below the parameters that engines allow. */
const ROWS_PER_STATEMENT = 1_000;

function* portions<Row>(rows: Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    yield rows.slice(from, from + ROWS_PER_STATEMENT);
  }
}

const selectMembers = withGiven<{ room_id: string; username_key: string; user_id: string }>(
  { room: 'id', called: 'id' },
  ({ join }) => `SELECT members.room_id, users.username_key, users.id AS user_id FROM given
   ${join} users ON users.username_key = given.called
   ${join} members ON members.room_id = given.room AND members.user_id = users.id`,
);

const insertMentions = insertRows('mentions', ['message_id', 'user_id', 'room_id', 'seq', 'sender_id']);

const countMentions = withGiven<{ room_id: string; user_id: string; mentions: number }>(
  { room: 'id', reader: 'id', seen: 'int' },
  () => `SELECT given.room AS room_id, given.reader AS user_id,
     (SELECT COUNT(*) FROM mentions WHERE mentions.room_id = given.room
        AND mentions.user_id IN (given.reader, '${EVERYONE}') AND mentions.seq > given.seen
        AND mentions.sender_id <> given.reader
        AND NOT EXISTS (SELECT 1 FROM blocks
          WHERE blocks.user_id = given.reader AND blocks.blocked_id = mentions.sender_id)) AS mentions
   FROM given`,
);

@Injectable()
export class MentionsRepository {
  constructor(private readonly database: Database) {}

  /** Those who are called so in these rooms and are members there. */
  async membersNamed(tx: Transaction, names: Name[]): Promise<(Name & { userId: string })[]> {
    const found = [];
    for (const some of portions(names)) {
      const keys = some.map(({ roomId, usernameKey }) => [roomId, usernameKey]);
      found.push(...(await selectMembers(tx, keys)));
    }
    return found.map((row) => ({
      roomId: row.room_id,
      usernameKey: row.username_key,
      userId: row.user_id,
    }));
  }

  async insert(tx: Transaction, mentions: Mention[]): Promise<void> {
    for (const rows of portions(mentions)) {
      await insertMentions(
        tx,
        rows.map(({ messageId, userId, roomId, seq, senderId }) => [
          messageId,
          userId,
          roomId,
          seq,
          senderId,
        ]),
      );
    }
  }

  async deleteOf(tx: Transaction, messageIds: string[]): Promise<void> {
    await tx.query(`DELETE FROM mentions WHERE message_id IN ${inList(messageIds)}`, messageIds);
  }

  /** How often each of these readers is mentioned after where they stand by others whom they do not block, in order. */
  async countsOf(readers: Reader[], manager: EntityManager = this.database.reads): Promise<number[]> {
    const countOf = new Map<string, number>();
    for (const some of portions(readers)) {
      const rows = await countMentions(
        manager,
        some.map(({ roomId, userId, readSeq }) => [roomId, userId, readSeq]),
      );
      for (const row of rows) countOf.set(`${row.room_id}:${row.user_id}`, Number(row.mentions));
    }
    return readers.map(({ roomId, userId }) => countOf.get(`${roomId}:${userId}`) ?? 0);
  }
}
