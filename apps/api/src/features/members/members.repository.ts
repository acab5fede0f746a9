import { Injectable } from '@nestjs/common';
import type { RoomKind, RoomRole } from '@parley/shared-types';
import { In } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { inList } from '../../infra/database/sql.js';
import { MemberEntity } from './member.entity.js';

/** What decides who may do what: null `role` for those outside. */
export type Access = { kind: RoomKind; isArchived: boolean; role: RoomRole | null };

@Injectable()
export class MembersRepository {
  constructor(private readonly database: Database) {}

  /** Null for a room that does not exist. */
  async accessOf(roomId: string, userId: string): Promise<Access | null> {
    const [row] = await this.database.reads.query<
      { kind: RoomKind; archived_at: unknown; role: RoomRole | null }[]
    >(
      `SELECT rooms.kind, rooms.archived_at, members.role FROM rooms
       LEFT JOIN members ON members.room_id = rooms.id AND members.user_id = ?
       WHERE rooms.id = ?`,
      [userId, roomId],
    );
    return row ? { kind: row.kind, isArchived: row.archived_at !== null, role: row.role } : null;
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

  /** All members of these rooms. */
  ofRooms(roomIds: string[]): Promise<MemberEntity[]> {
    if (roomIds.length === 0) return Promise.resolve([]);
    return this.database.reads.findBy(MemberEntity, { roomId: In(roomIds) });
  }

  /** What these people are in these rooms, where they are in them. */
  ofUsers(userIds: string[], roomIds: string[]): Promise<MemberEntity[]> {
    if (roomIds.length === 0) return Promise.resolve([]);
    return this.database.reads.findBy(MemberEntity, { userId: In(userIds), roomId: In(roomIds) });
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
