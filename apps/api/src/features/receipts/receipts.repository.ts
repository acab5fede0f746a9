import { Injectable } from '@nestjs/common';
import type { RoomKind } from '@parley/shared-types';
import type { Transaction } from '../../infra/database/database.js';
import { withGiven, updateGiven } from '../../infra/database/sql.js';

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

const selectPointers = withGiven<PointerRow>(
  { room: 'id', reader: 'id' },
  ({
    join,
  }) => `SELECT members.room_id, members.user_id, members.read_seq, members.read_epoch, members.seen_seq,
     members.delivered_seq, rooms.last_seq, rooms.kind, rooms.member_count
   FROM given
   ${join} members ON members.room_id = given.room AND members.user_id = given.reader
   ${join} rooms ON rooms.id = given.room`,
);

const updatePointers = updateGiven(
  { room: 'id', reader: 'id', read_to: 'int', epoch: 'int', seen: 'int', delivered: 'int' },
  {
    table: 'members',
    set: {
      read_seq: 'given.read_to',
      read_epoch: 'given.epoch',
      seen_seq: 'given.seen',
      delivered_seq: 'given.delivered',
    },
    where: 'members.room_id = given.room AND members.user_id = given.reader',
  },
);

@Injectable()
export class ReceiptsRepository {
  pointersOf(tx: Transaction, keys: { roomId: string; userId: string }[]): Promise<PointerRow[]> {
    return selectPointers(
      tx,
      keys.map(({ roomId, userId }) => [roomId, userId]),
    );
  }

  async update(tx: Transaction, pointers: Pointers[]): Promise<void> {
    await updatePointers(
      tx,
      pointers.map((one) => [
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
