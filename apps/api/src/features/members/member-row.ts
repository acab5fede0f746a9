import type { MemberEntity } from './member.entity.js';

/** A row of `members` as a raw query gives it. */
export type MemberRow = {
  room_id: string;
  user_id: string;
  role: MemberEntity['role'];
  read_seq: number;
  read_epoch: number;
  seen_seq: number;
  delivered_seq: number;
  notify: MemberEntity['notify'];
  starred: number | boolean;
  joined_at: number | string;
};

/** How far a member has ever got. */
export type Seen = Pick<MemberEntity, 'roomId' | 'userId' | 'seenSeq' | 'deliveredSeq'>;
export type SeenRow = Pick<MemberRow, 'room_id' | 'user_id' | 'seen_seq' | 'delivered_seq'>;

export const toSeen = (row: SeenRow): Seen => ({
  roomId: row.room_id,
  userId: row.user_id,
  seenSeq: row.seen_seq,
  deliveredSeq: row.delivered_seq,
});

/** Lists of rooms hold hundreds of these: TypeORM takes ten times as long to make entities of them. */
export const toMember = (row: MemberRow): MemberEntity => ({
  roomId: row.room_id,
  userId: row.user_id,
  role: row.role,
  readSeq: row.read_seq,
  readEpoch: row.read_epoch,
  seenSeq: row.seen_seq,
  deliveredSeq: row.delivered_seq,
  notify: row.notify,
  starred: Boolean(row.starred),
  joinedAt: Number(row.joined_at),
});
