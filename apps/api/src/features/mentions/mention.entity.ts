import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id } from '../../infra/database/column-types.js';

/** Stands for every member of the room. */
export const EVERYONE = '*';

/**
 * That a message counts as a mention for somebody. The message's own row says who is named; this is what counting
 * needs, so that a room list asks nothing of the messages.
 */
@Entity('mentions')
@ForeignKey('messages', ['messageId'], ['id'])
@Index(['roomId', 'userId', 'seq'])
export class MentionEntity {
  @PrimaryColumn(id)
  messageId: string;

  /** A member's id, or `EVERYONE`. */
  @PrimaryColumn(id)
  userId: string;

  @Column(id)
  roomId: string;

  @Column('int')
  seq: number;

  @Column(id)
  senderId: string;
}
