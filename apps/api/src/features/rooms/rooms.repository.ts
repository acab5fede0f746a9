import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { containing } from '../../infra/database/sql.js';
import { RoomEntity } from './room.entity.js';

@Injectable()
export class RoomsRepository {
  constructor(private readonly database: Database) {}

  byId(id: string, manager: EntityManager = this.database.reads): Promise<RoomEntity | null> {
    return manager.findOneBy(RoomEntity, { id });
  }

  byUniqueKey(uniqueKey: string, manager: EntityManager = this.database.reads): Promise<RoomEntity | null> {
    return manager.findOneBy(RoomEntity, { uniqueKey });
  }

  byIds(ids: string[]): Promise<RoomEntity[]> {
    return this.database.reads.findBy(RoomEntity, { id: In(ids) });
  }

  /** Up to `limit` rooms of a person after a position in the list, latest activity first; archived ones not. */
  pageOfUser(userId: string, after: { at: number; id: string } | null, limit: number): Promise<RoomEntity[]> {
    const query = this.database.reads
      .createQueryBuilder(RoomEntity, 'room')
      .innerJoin('members', 'member', 'member.room_id = room.id')
      .where('member.user_id = :userId', { userId })
      .andWhere({ archivedAt: IsNull() })
      .orderBy('room.lastActivityAt', 'DESC')
      .addOrderBy('room.id', 'DESC')
      .limit(limit);
    if (after) {
      query.andWhere('(room.lastActivityAt < :at OR (room.lastActivityAt = :at AND room.id < :id))', after);
    }
    return query.getMany();
  }

  /** Up to `limit` channels whose name holds `part`, by name, after a position in the list. */
  pageOfChannels(
    part: string,
    after: { name: string; id: string } | null,
    limit: number,
  ): Promise<RoomEntity[]> {
    const query = this.database.reads
      .createQueryBuilder(RoomEntity, 'room')
      .where({ kind: 'channel', archivedAt: IsNull() })
      .andWhere(String.raw`room.name LIKE :pattern ESCAPE '\'`, { pattern: containing(part) })
      .orderBy('room.name')
      .addOrderBy('room.id')
      .limit(limit);
    if (after) query.andWhere('(room.name > :name OR (room.name = :name AND room.id > :id))', after);
    return query.getMany();
  }

  async insert(tx: Transaction, room: RoomEntity): Promise<void> {
    await tx.insert(RoomEntity, room);
  }

  /**
   * Writes what changed under the room's next version, or as many versions as members come in; returns the room as
   * it is then.
   */
  async change(
    tx: Transaction,
    id: string,
    changes: Partial<Pick<RoomEntity, 'name' | 'topic' | 'archivedAt'>> & { members?: number },
  ): Promise<RoomEntity> {
    const { members = 0, ...columns } = changes;
    await tx
      .createQueryBuilder()
      .update(RoomEntity)
      .set({
        ...columns,
        version: () => `version + ${Math.max(1, members)}`,
        memberCount: () => `member_count + ${members}`,
      })
      .where({ id })
      .execute();
    return (await this.byId(id, tx))!;
  }
}
