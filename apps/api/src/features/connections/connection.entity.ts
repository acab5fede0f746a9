import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/** One open socket: which person it belongs to, on which node, and that it was alive at `seenAt`. */
@Entity('connections')
@ForeignKey('users', ['userId'], ['id'])
export class ConnectionEntity {
  /** The socket's id. */
  @PrimaryColumn('varchar', { length: 40 })
  id: string;

  @Index()
  @Column(id)
  userId: string;

  @Column(id)
  sessionId: string;

  @Index()
  @Column(id)
  nodeId: string;

  @Column(instant)
  connectedAt: number;

  @Column(instant)
  seenAt: number;
}
