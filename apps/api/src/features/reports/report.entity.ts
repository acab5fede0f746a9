import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/** Something that an admin should look at: a person, or what they wrote. */
@Entity('reports')
@ForeignKey('users', ['reporterId'], ['id'])
@ForeignKey('users', ['personId'], ['id'])
@Index(['resolvedAt', 'id'])
export class ReportEntity {
  @PrimaryColumn(id)
  id: string;

  /** Who reports what, while it is open: the same again is the same report. */
  @Index({ unique: true })
  @Column('varchar', { length: 73, nullable: true })
  openKey: string | null;

  @Column(id)
  reporterId: string;

  /** Who is reported, or who wrote what is. */
  @Column(id)
  personId: string;

  @Column({ ...id, nullable: true })
  messageId: string | null;

  @Column({ ...id, nullable: true })
  roomId: string | null;

  /** What it said then: it may be edited or deleted meanwhile. */
  @Column('text', { nullable: true })
  messageBody: string | null;

  @Column('text')
  reason: string;

  @Column(instant)
  createdAt: number;

  @Column({ ...instant, nullable: true })
  resolvedAt: number | null;

  /** Null for the operator of the server. */
  @Column({ ...id, nullable: true })
  resolvedById: string | null;
}
