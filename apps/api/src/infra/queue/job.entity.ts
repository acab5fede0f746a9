import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../database/column-types.js';

/**
 * Work that is left to be done. The row is written in the transaction of what it follows from, and deleted in the one of
 * its effect: it is the outbox, the queue where there is no broker, and, of what could not be done, the dead letters.
 */
@Entity('jobs')
@Index(['topic', 'dueAt'], { where: 'due_at IS NOT NULL' })
@Index(['diedAt', 'id'], { where: 'died_at IS NOT NULL' })
export class JobEntity {
  /** Ids sort by time. */
  @PrimaryColumn(id)
  id: string;

  @Column('varchar', { length: 40 })
  topic: string;

  /** JSON. */
  @Column('text')
  payload: string;

  /** How often it was taken. */
  @Column('int', { default: 0 })
  attempts: number;

  /** Not before this may anybody take it: when it is to be done, or when the lease of who has it is over. Null: dead. */
  @Column({ ...instant, nullable: true })
  dueAt: number | null;

  /** Since when it is with the broker, waiting for a worker. */
  @Column({ ...instant, nullable: true })
  offeredAt: number | null;

  @Column({ ...instant, nullable: true })
  diedAt: number | null;

  /** Why the last attempt failed. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column(instant)
  createdAt: number;
}
