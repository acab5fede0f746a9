import type { RoomKind } from '@parley/shared-types';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

@Entity('rooms')
@Index(['kind', 'name', 'id'])
export class RoomEntity {
  @PrimaryColumn(id)
  id: string;

  @Column('varchar', { length: 10 })
  kind: RoomKind;

  /** Set where there may be only one: see `unique-key.ts`. */
  @Index({ unique: true })
  @Column('varchar', { length: 80, nullable: true })
  uniqueKey: string | null;

  @Column('varchar', { length: 80, nullable: true })
  name: string | null;

  @Column('varchar', { length: 250, nullable: true })
  topic: string | null;

  /** The file that is its picture. */
  @Column({ ...id, nullable: true })
  avatarId: string | null;

  @Column('int')
  version: number;

  @Column('int')
  lastSeq: number;

  @Column('int')
  memberCount: number;

  @Column(instant)
  lastActivityAt: number;

  @Column(instant)
  createdAt: number;

  @Column({ ...instant, nullable: true })
  archivedAt: number | null;
}

/** A room as it begins: nothing said yet, active since now. */
export function newRoom(
  given: Pick<RoomEntity, 'id' | 'kind' | 'memberCount'> & Partial<RoomEntity>,
): RoomEntity {
  const now = Date.now();
  return {
    uniqueKey: null,
    name: null,
    topic: null,
    avatarId: null,
    version: 1,
    lastSeq: 0,
    lastActivityAt: now,
    createdAt: now,
    archivedAt: null,
    ...given,
  };
}
