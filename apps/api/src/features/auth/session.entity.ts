import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/** One signed-in device. A token is good only while its session is neither revoked nor past its time. */
@Entity('sessions')
@ForeignKey('users', ['userId'], ['id'])
export class SessionEntity {
  @PrimaryColumn(id)
  id: string;

  @Index()
  @Column(id)
  userId: string;

  @Column('varchar', { length: 255, nullable: true })
  userAgent: string | null;

  @Column(instant)
  createdAt: number;

  @Column(instant)
  expiresAt: number;

  @Column({ ...instant, nullable: true })
  revokedAt: number | null;
}
