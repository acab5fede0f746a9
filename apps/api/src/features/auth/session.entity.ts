import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/**
 * By what a session was opened: a name alone, a password, a recovery code, a browser that keeps the name, or a token of
 * another system.
 */
export type OpenedBy = 'name' | 'password' | 'recovery' | 'browser' | 'external';

/** One signed-in device. A token is good only while its session is neither revoked, nor past its time, nor idle. */
@Entity('sessions')
@ForeignKey('users', ['userId'], ['id'])
export class SessionEntity {
  @PrimaryColumn(id)
  id: string;

  @Index()
  @Column(id)
  userId: string;

  @Column('varchar', { length: 10 })
  openedBy: OpenedBy;

  /** The hash of the secret by which the browser keeps a claimed name; null when it keeps none. */
  @Column('varchar', { length: 64, nullable: true })
  browserHash: string | null;

  @Column('varchar', { length: 255, nullable: true })
  userAgent: string | null;

  @Column(instant)
  createdAt: number;

  /** Right to a few minutes. */
  @Column(instant)
  lastUsedAt: number;

  @Column(instant)
  expiresAt: number;

  @Column({ ...instant, nullable: true })
  revokedAt: number | null;
}
