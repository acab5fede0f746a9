import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/** That a person wants nothing from another. Nobody blocks themselves. */
@Entity('blocks')
@ForeignKey('users', ['userId'], ['id'])
@ForeignKey('users', ['blockedId'], ['id'])
export class BlockEntity {
  @PrimaryColumn(id)
  userId: string;

  @Index()
  @PrimaryColumn(id)
  blockedId: string;

  @Column(instant)
  createdAt: number;
}
