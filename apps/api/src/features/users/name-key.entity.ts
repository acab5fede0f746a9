import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id } from '../../infra/database/column-types.js';

/** One of the ways in which a name is read: no two people may be read alike. See `username-key.ts`. */
@Entity('name_keys')
@ForeignKey('users', ['userId'], ['id'])
export class NameKeyEntity {
  @PrimaryColumn('varchar', { length: 255 })
  key: string;

  @Index()
  @Column(id)
  userId: string;
}
