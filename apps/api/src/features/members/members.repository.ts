import { Injectable } from '@nestjs/common';
import type { RoomKind, RoomRole } from '@parley/shared-types';
import { Database, type Transaction } from '../../infra/database/database.js';
import { inList, withGiven } from '../../infra/database/sql.js';
import { toMember, toSeen, type MemberRow, type Seen, type SeenRow } from './member-row.js';
import { MemberEntity } from './member.entity.js';

/** What decides who may do what: null `role` for those outside. `isBlocked`: of two people, one blocks the other. */
export type Access = { kind: RoomKind; isArchived: boolean; isBlocked: boolean; role: RoomRole | null };

type AccessRow = { kind: RoomKind; archived_at: unknown; role: RoomRole | null; is_blocked: number };
type GivenAccessRow = AccessRow & { room_id: string; user_id: string };

const ACCESS = `rooms.kind, rooms.archived_at, members.role, rooms.kind = 'direct' AND EXISTS (
  SELECT 1 FROM members AS other
  JOIN blocks ON blocks.user_id IN (members.user_id, other.user_id)
    AND blocks.blocked_id IN (members.user_id, other.user_id)
  WHERE other.room_id = rooms.id AND other.user_id <> members.user_id) AS is_blocked`;

const accessOfGiven = withGiven<GivenAccessRow>(
  { room: 'id', person: 'id' },
  ({ join }) =>
    `SELECT given.room AS room_id, given.person AS user_id, ${ACCESS}
     FROM given ${join} rooms ON rooms.id = given.room
     LEFT JOIN members ON members.room_id = rooms.id AND members.user_id = given.person`,
);

const toAccess = ({ kind, role, archived_at, is_blocked }: AccessRow): Access => ({
  kind,
  isArchived: archived_at !== null,
  isBlocked: Boolean(is_blocked),
  role,
});

@Injectable()
export class MembersRepository {
  constructor(private readonly database: Database) {}

  /** Null for a room that does not exist. */
  async accessOf(roomId: string, userId: string): Promise<Access | null> {
    const [row] = await this.database.reads.query<AccessRow[]>(
      `SELECT ${ACCESS}
       FROM rooms LEFT JOIN members ON members.room_id = rooms.id AND members.user_id = ?
       WHERE rooms.id = ?`,
      [userId, roomId],
    );
    return row ? toAccess(row) : null;
  }

  /** The same for many at once, as `tx` sees it; without those of rooms that do not exist. */
  async accessWithin(
    tx: Transaction,
    who: { roomId: string; userId: string }[],
  ): Promise<(Access & { roomId: string; userId: string })[]> {
    const pairs = new Map(who.map(({ roomId, userId }) => [`${roomId}:${userId}`, [roomId, userId]]));
    const rows = await accessOfGiven(tx, [...pairs.values()]);
    return rows.map((row) => ({ ...toAccess(row), roomId: row.room_id, userId: row.user_id }));
  }

  /** The room that two people have for themselves, if they have one. */
  async directRoomOf(tx: Transaction, one: string, other: string): Promise<string | null> {
    const [row] = await tx.query<{ room_id: string }[]>(
      `SELECT mine.room_id FROM members AS mine
       JOIN rooms ON rooms.id = mine.room_id AND rooms.kind = 'direct'
       JOIN members AS theirs ON theirs.room_id = mine.room_id AND theirs.user_id = ?
       WHERE mine.user_id = ?`,
      [other, one],
    );
    return row?.room_id ?? null;
  }

  find(roomId: string, userId: string, manager = this.database.reads): Promise<MemberEntity | null> {
    return manager.findOneBy(MemberEntity, { roomId, userId });
  }

  async roomIdsOf(userId: string): Promise<string[]> {
    const rows = await this.database.reads.query<{ room_id: string }[]>(
      'SELECT room_id FROM members WHERE user_id = ?',
      [userId],
    );
    return rows.map((row) => row.room_id);
  }

  /** Which of these people are in which rooms. */
  pairsOf(userIds: string[]): Promise<{ room_id: string; user_id: string }[]> {
    return this.database.reads.query(
      `SELECT room_id, user_id FROM members WHERE user_id IN ${inList(userIds)}`,
      userIds,
    );
  }

  /** All members of these rooms, and how far each has got. */
  async seenIn(roomIds: string[]): Promise<Seen[]> {
    if (roomIds.length === 0) return [];
    // No column more than is shown: a list of rooms has thousands of these rows, and each value costs.
    const rows = await this.database.reads.query<SeenRow[]>(
      `SELECT room_id, user_id, seen_seq, delivered_seq FROM members WHERE room_id IN ${inList(roomIds)}`,
      roomIds,
    );
    return rows.map(toSeen);
  }

  /** What these people are in these rooms, where they are in them. */
  async ofUsers(userIds: string[], roomIds: string[]): Promise<MemberEntity[]> {
    if (roomIds.length === 0) return [];
    const rows = await this.database.reads.query<MemberRow[]>(
      `SELECT * FROM members WHERE room_id IN ${inList(roomIds)} AND user_id IN ${inList(userIds)}`,
      [...roomIds, ...userIds],
    );
    return rows.map(toMember);
  }

  async idsOf(roomId: string): Promise<string[]> {
    const rows = await this.database.reads.query<{ user_id: string }[]>(
      'SELECT user_id FROM members WHERE room_id = ?',
      [roomId],
    );
    return rows.map((row) => row.user_id);
  }

  /** Up to `limit` members after `afterUserId`, by user id: in the order in which people first came here. */
  pageOf(roomId: string, afterUserId: string, limit: number): Promise<MemberEntity[]> {
    return this.database.reads
      .createQueryBuilder(MemberEntity, 'member')
      .where('member.roomId = :roomId AND member.userId > :afterUserId', { roomId, afterUserId })
      .orderBy('member.userId')
      .limit(limit)
      .getMany();
  }

  /** Who inherits a room: its moderators first, then whoever has been there longest. */
  heirOf(tx: Transaction, roomId: string): Promise<MemberEntity | null> {
    return tx
      .createQueryBuilder(MemberEntity, 'member')
      .where('member.roomId = :roomId', { roomId })
      .orderBy("CASE member.role WHEN 'moderator' THEN 0 ELSE 1 END")
      .addOrderBy('member.joinedAt')
      .addOrderBy('member.userId')
      .limit(1)
      .getOne();
  }

  async insert(tx: Transaction, members: MemberEntity[]): Promise<void> {
    await tx.insert(MemberEntity, members);
  }

  async update(
    tx: Transaction,
    member: Pick<MemberEntity, 'roomId' | 'userId'>,
    changes: Partial<MemberEntity>,
  ) {
    const { roomId, userId } = member;
    await tx.update(MemberEntity, { roomId, userId }, changes);
  }

  async delete(tx: Transaction, roomId: string, userId: string): Promise<void> {
    await tx.delete(MemberEntity, { roomId, userId });
  }
}
