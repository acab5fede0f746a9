import type { Message } from '@parley/shared-types';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/** Everything that a client sees of a message is in its row: one row is read to show it, one written to send it. */
@Entity('messages')
@ForeignKey('rooms', ['roomId'], ['id'])
@ForeignKey('users', ['senderId'], ['id'])
@Index(['roomId', 'seq'], { unique: true })
@Index(['roomId', 'version'], { unique: true })
@Index(['senderId', 'clientId'], { unique: true })
@Index(['threadRootId', 'seq'], { where: 'thread_root_id IS NOT NULL' })
@Index(['roomId', 'pinnedAt', 'seq'], { where: 'pinned_at IS NOT NULL' })
export class MessageEntity {
  @PrimaryColumn(id)
  id: string;

  @Column(id)
  roomId: string;

  @Column('int')
  seq: number;

  @Column('int')
  version: number;

  @Column(id)
  clientId: string;

  @Column(id)
  senderId: string;

  @Column('text')
  body: string;

  /** The message that this one quotes. */
  @Column({ ...id, nullable: true })
  replyToId: string | null;

  /** The first message of the thread that this one is in. */
  @Column({ ...id, nullable: true })
  threadRootId: string | null;

  /** Replies in the thread that begins here, deleted ones not counted. */
  @Column('int', { default: 0 })
  replyCount: number;

  /** A JSON array of the ids of those who are named; null for nobody, as nearly always. */
  @Column('text', { nullable: true })
  mentions: string | null;

  @Column('varchar', { length: 4, nullable: true })
  mentionsAll: Message['mentionsAll'];

  /** A JSON array as the contract shows it; null for none. */
  @Column('text', { nullable: true })
  attachments: string | null;

  /** The same. */
  @Column('text', { nullable: true })
  reactions: string | null;

  @Column({ ...instant, nullable: true })
  pinnedAt: number | null;

  @Column(instant)
  createdAt: number;

  @Column({ ...instant, nullable: true })
  editedAt: number | null;

  @Column({ ...instant, nullable: true })
  deletedAt: number | null;
}
