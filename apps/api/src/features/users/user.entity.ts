import type { ChosenStatus } from '@parley/shared-types';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

@Entity('users')
export class UserEntity {
  @PrimaryColumn(id)
  id: string;

  @Column('varchar', { length: 64 })
  username: string;

  /** What names are compared by: see `username-key.ts`. */
  @Index({ unique: true })
  @Column('varchar', { length: 128 })
  usernameKey: string;

  @Column('varchar', { length: 64 })
  displayName: string;

  /** Username and display name in lower case, for finding people by a part of either. */
  @Column('varchar', { length: 255 })
  searchKey: string;

  @Column('varchar', { length: 500, nullable: true })
  avatarUrl: string | null;

  @Column('varchar', { length: 10 })
  role: 'member' | 'admin';

  @Column('varchar', { length: 10 })
  chosenStatus: ChosenStatus;

  /** Who this is in the system that signs tokens; such a name opens with its tokens alone. */
  @Index({ unique: true })
  @Column('varchar', { length: 255, nullable: true })
  externalId: string | null;

  /** Nobody signs in under this name any more; what was written stays. */
  @Column({ ...instant, nullable: true })
  deactivatedAt: number | null;

  @Column({ ...instant, nullable: true })
  lastSeenAt: number | null;

  @Column(instant)
  createdAt: number;
}
