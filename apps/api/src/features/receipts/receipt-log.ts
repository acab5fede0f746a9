import { Injectable } from '@nestjs/common';
import type { RoomKind } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { ReceiptsRepository, type PointerRow } from './receipts.repository.js';

/** How far somebody says they have got; a seq beyond the room's last means its last. */
export type Move = { roomId: string; userId: string; readSeq?: number; deliveredSeq?: number };

/** Where they stand after it. */
export type Standing = {
  roomId: string;
  userId: string;
  readSeq: number;
  deliveredSeq: number;
  lastSeq: number;
  room: { kind: RoomKind; memberCount: number };
  hasMoved: boolean;
};

/** Group commit for read and delivered pointers. They only ever rise. */
@Injectable()
export class ReceiptLog {
  readonly #batch: Batch<Move, Standing>;

  constructor(
    database: Database,
    private readonly receipts: ReceiptsRepository,
  ) {
    this.#batch = new Batch(database, (tx, moves) => this.#write(tx, moves));
  }

  /** @throws AppError `not_found` outside the room */
  move(move: Move): Promise<Standing> {
    return this.#batch.add(move);
  }

  async #write(tx: Transaction, moves: Move[]): Promise<(Standing | Error)[]> {
    const keys = [...new Map(moves.map((move) => [keyOf(move.roomId, move.userId), move])).values()];
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

    return moves.map((move) => standings.get(keyOf(move.roomId, move.userId)) ?? notFound('room'));
  }
}

const keyOf = (roomId: string, userId: string) => `${roomId}:${userId}`;

const toStanding = (row: PointerRow): Standing => ({
  roomId: row.room_id,
  userId: row.user_id,
  readSeq: row.read_seq,
  deliveredSeq: row.delivered_seq,
  lastSeq: row.last_seq,
  room: { kind: row.kind, memberCount: row.member_count },
  hasMoved: false,
});

/** Whoever has read has also received. */
function advance(standing: Standing, { readSeq = 0, deliveredSeq = 0 }: Move): void {
  const { lastSeq } = standing;
  const read = Math.max(standing.readSeq, Math.min(readSeq, lastSeq));
  const delivered = Math.max(standing.deliveredSeq, Math.min(deliveredSeq, lastSeq), read);
  standing.hasMoved ||= read > standing.readSeq || delivered > standing.deliveredSeq;
  standing.readSeq = read;
  standing.deliveredSeq = delivered;
}
