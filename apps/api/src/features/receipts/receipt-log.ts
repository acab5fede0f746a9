import { Injectable } from '@nestjs/common';
import type { RoomKind } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockMembers } from '../../infra/database/locks.js';
import { MentionsRepository } from '../mentions/mentions.repository.js';
import { ReceiptsRepository, type PointerRow, type Pointers } from './receipts.repository.js';

/**
 * How far somebody says they have got, or from which message on they want to have it unread; a seq beyond the
 * room's last means its last.
 */
export type Move = {
  roomId: string;
  userId: string;
  readSeq?: number;
  deliveredSeq?: number;
  unreadFrom?: number;
};

/** Where they stand after it. */
export type Standing = Pointers & {
  /** Mentions after `readSeq`; counted for those who read or mark as unread. */
  mentionCount: number;
  lastSeq: number;
  room: { kind: RoomKind; memberCount: number };
  isReading: boolean;
  hasMoved: boolean;
};

/** Group commit for read and delivered pointers. They only ever rise, save by "mark unread from here". */
@Injectable()
export class ReceiptLog {
  readonly #batch: Batch<Move, Standing>;

  constructor(
    database: Database,
    private readonly receipts: ReceiptsRepository,
    private readonly mentions: MentionsRepository,
  ) {
    this.#batch = new Batch(database, (tx, moves) => this.#write(tx, moves));
  }

  /** @throws AppError `not_found` outside the room */
  move(move: Move): Promise<Standing> {
    return this.#batch.add(move);
  }

  async #write(tx: Transaction, moves: Move[]): Promise<(Standing | Error)[]> {
    const keys = [...new Map(moves.map((move) => [keyOf(move.roomId, move.userId), move])).values()];
    await lockMembers(tx, keys);
    const standings = new Map(
      (await this.receipts.pointersOf(tx, keys)).map((row) => [
        keyOf(row.room_id, row.user_id),
        toStanding(row),
      ]),
    );
    for (const move of moves) {
      const standing = standings.get(keyOf(move.roomId, move.userId));
      if (standing) advance(standing, move);
    }

    const moved = [...standings.values()].filter((standing) => standing.hasMoved);
    if (moved.length > 0) await this.receipts.update(tx, moved);
    const reading = [...standings.values()].filter((one) => one.isReading && one.readSeq < one.lastSeq);
    const counts = await this.mentions.countsOf(reading, tx);
    reading.forEach((standing, i) => (standing.mentionCount = counts[i]!));

    return moves.map((move) => standings.get(keyOf(move.roomId, move.userId)) ?? notFound('room'));
  }
}

const keyOf = (roomId: string, userId: string) => `${roomId}:${userId}`;

const toStanding = (row: PointerRow): Standing => ({
  roomId: row.room_id,
  userId: row.user_id,
  readSeq: row.read_seq,
  readEpoch: row.read_epoch,
  seenSeq: row.seen_seq,
  deliveredSeq: row.delivered_seq,
  lastSeq: row.last_seq,
  room: { kind: row.kind, memberCount: row.member_count },
  mentionCount: 0,
  isReading: false,
  hasMoved: false,
});

/** Whoever has read has also received, and has seen it for ever. */
function advance(standing: Standing, { readSeq, deliveredSeq = 0, unreadFrom }: Move): void {
  const { lastSeq } = standing;
  standing.isReading ||= readSeq !== undefined || unreadFrom !== undefined;
  const read = Math.max(standing.readSeq, Math.min(readSeq ?? 0, lastSeq));
  const delivered = Math.max(standing.deliveredSeq, Math.min(deliveredSeq, lastSeq), read);
  standing.hasMoved ||= read > standing.readSeq || delivered > standing.deliveredSeq;
  standing.readSeq = read;
  standing.seenSeq = Math.max(standing.seenSeq, read);
  standing.deliveredSeq = delivered;
  if (unreadFrom !== undefined && unreadFrom <= read) goBack(standing, unreadFrom - 1);
}

function goBack(standing: Standing, readSeq: number): void {
  standing.hasMoved = true;
  standing.readSeq = readSeq;
  standing.readEpoch++;
}
