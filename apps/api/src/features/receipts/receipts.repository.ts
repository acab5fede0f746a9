import { Injectable } from '@nestjs/common';
import type { RoomKind } from '@parley/shared-types';
import type { Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';

/** Where somebody stands in a room, and what decides who is told of it. */
export type PointerRow = {
  room_id: string;
  user_id: string;
  read_seq: number;
  read_epoch: number;
  seen_seq: number;
  delivered_seq: number;
  last_seq: number;
  kind: RoomKind;
  member_count: number;
};

export type Pointers = {
  roomId: string;
  userId: string;
  readSeq: number;
  readEpoch: number;
  seenSeq: number;
  deliveredSeq: number;
};

const selectPointers = withGiven(
  ['room', 'reader'],
  `SELECT members.room_id, members.user_id, members.read_seq, members.read_epoch, members.seen_seq,
     members.delivered_seq, rooms.last_seq, rooms.kind, rooms.member_count
   FROM given
   CROSS JOIN members ON members.room_id = given.room AND members.user_id = given.reader
   CROSS JOIN rooms ON rooms.id = given.room`,
);

const updatePointers = withGiven(
  ['room', 'reader', 'read', 'epoch', 'seen', 'delivered'],
  `UPDATE members SET read_seq = given.read, read_epoch = given.epoch, seen_seq = given.seen,
     delivered_seq = given.delivered
   FROM given WHERE members.room_id = given.room AND members.user_id = given.reader`,
);

@Injectable()
export class ReceiptsRepository {
  pointersOf(tx: Transaction, keys: { roomId: string; userId: string }[]): Promise<PointerRow[]> {
    return tx.query(
      selectPointers(keys.length),
      keys.flatMap(({ roomId, userId }) => [roomId, userId]),
    );
  }

  async update(tx: Transaction, pointers: Pointers[]): Promise<void> {
    await tx.query(
      updatePointers(pointers.length),
      pointers.flatMap((one) => [
        one.roomId,
        one.userId,
        one.readSeq,
        one.readEpoch,
        one.seenSeq,
        one.deliveredSeq,
      ]),
    );
  }
}
