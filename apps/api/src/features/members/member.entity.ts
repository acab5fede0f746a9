import type { NotifyLevel, RoomRole } from '@parley/shared-types';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/** That a person is in a room, and how far they have got in it. */
@Entity('members')
@ForeignKey('rooms', ['roomId'], ['id'])
@ForeignKey('users', ['userId'], ['id'])
export class MemberEntity {
  @PrimaryColumn(id)
  roomId: string;

  @Index()
  @PrimaryColumn(id)
  userId: string;

  @Column('varchar', { length: 10 })
  role: RoomRole;

  /** What they count as read: goes back when they mark something as unread. */
  @Column('int')
  readSeq: number;

  /** How often they moved it back. */
  @Column('int')
  readEpoch: number;

  /** The furthest that it ever was: what others see as read. */
  @Column('int')
  seenSeq: number;

  @Column('int')
  deliveredSeq: number;

  @Column('varchar', { length: 10 })
  notify: NotifyLevel;

  @Column('boolean')
  starred: boolean;

  @Column(instant)
  joinedAt: number;
}

/** Somebody who joins now: all that was said before counts as read. */
export const newMember = (
  roomId: string,
  userId: string,
  role: RoomRole,
  lastSeq: number,
  joinedAt: number,
): MemberEntity => ({
  roomId,
  userId,
  role,
  readSeq: lastSeq,
  readEpoch: 0,
  seenSeq: lastSeq,
  deliveredSeq: lastSeq,
  notify: 'all',
  starred: false,
  joinedAt,
});
