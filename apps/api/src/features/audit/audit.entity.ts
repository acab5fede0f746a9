import type { AuditAction } from '@parley/shared-types';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { AppendOnly } from '../../infra/database/append-only.js';
import { id, instant } from '../../infra/database/column-types.js';

/** Who did what to whom. No foreign keys: a record outlives whatever it speaks of. */
@AppendOnly()
@Entity('audit')
@Index(['actorId', 'id'])
@Index(['userId', 'id'])
@Index(['action', 'id'])
export class AuditEntity {
  /** Ids sort by time: the latest record has the greatest. */
  @PrimaryColumn(id)
  id: string;

  @Column(instant)
  at: number;

  @Column('varchar', { length: 30 })
  action: AuditAction;

  /** Null for the operator of the server, and where nobody was signed in. */
  @Column({ ...id, nullable: true })
  actorId: string | null;

  /** To whom it was done. */
  @Column({ ...id, nullable: true })
  userId: string | null;

  @Column({ ...id, nullable: true })
  roomId: string | null;

  @Column({ ...id, nullable: true })
  messageId: string | null;

  @Column('varchar', { length: 64, nullable: true })
  address: string | null;

  /** A JSON object of texts; null for none. */
  @Column('text', { nullable: true })
  details: string | null;
}
