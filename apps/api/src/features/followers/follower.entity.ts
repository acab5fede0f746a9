import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id } from '../../infra/database/column-types.js';

/**
 * That somebody follows a thread and how far they have read it, or that they stopped following it. Only members of
 * the room have one: it goes when they leave.
 */
@Entity('thread_followers')
@ForeignKey('messages', ['rootId'], ['id'])
@ForeignKey('rooms', ['roomId'], ['id'])
@ForeignKey('users', ['userId'], ['id'])
@Index(['userId', 'roomId'])
export class FollowerEntity {
  @PrimaryColumn(id)
  rootId: string;

  @PrimaryColumn(id)
  userId: string;

  @Column(id)
  roomId: string;

  @Column('boolean')
  isFollowed: boolean;

  @Column('int')
  readSeq: number;
}
