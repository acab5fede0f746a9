import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { containing, inList, LIKE_ESCAPE } from '../../infra/database/sql.js';
import { toEntity, type RoomRow } from './room-row.js';
import { RoomEntity } from './room.entity.js';

@Injectable()
export class RoomsRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string, manager: EntityManager = this.database.reads): Promise<RoomEntity | null> {
    const [row] = await manager.query<RoomRow[]>('SELECT * FROM rooms WHERE id = ?', [id]);
    return row ? toEntity(row) : null;
  }

  byUniqueKey(uniqueKey: string, manager: EntityManager = this.database.reads): Promise<RoomEntity | null> {
    return manager.findOneBy(RoomEntity, { uniqueKey });
  }

  async byIds(ids: string[]): Promise<RoomEntity[]> {
    if (ids.length === 0) return [];
    return this.#rooms(`SELECT * FROM rooms WHERE id IN ${inList(ids)}`, ids);
  }

  /** Up to `limit` rooms of a person after a position in the list, latest activity first: archived ones or the others. */
  pageOfUser(
    userId: string,
    isArchived: boolean,
    after: { at: number; id: string } | null,
    limit: number,
  ): Promise<RoomEntity[]> {
    return this.#rooms(
      `SELECT rooms.* FROM members JOIN rooms ON rooms.id = members.room_id
       WHERE members.user_id = ? AND rooms.archived_at IS ${isArchived ? 'NOT NULL' : 'NULL'}
       ${after ? 'AND (rooms.last_activity_at, rooms.id) < (?, ?)' : ''}
       ORDER BY rooms.last_activity_at DESC, rooms.id DESC LIMIT ?`,
      [userId, ...(after ? [after.at, after.id] : []), limit],
    );
  }

  /**
   * Up to `limit` channels whose name holds `part`, by name, after a position in the list: which it finds may be some
   * seconds old, not how far they have come.
   */
  async pageOfChannels(
    part: string,
    after: { name: string; id: string } | null,
    limit: number,
  ): Promise<RoomEntity[]> {
    const found = await this.database.readLagging((reads) =>
      reads.query<{ id: string }[]>(
        `SELECT id FROM rooms
         WHERE kind = 'channel' AND archived_at IS NULL AND LOWER(name) LIKE ? ${LIKE_ESCAPE}
         ${after ? 'AND (name, id) > (?, ?)' : ''} ORDER BY name, id LIMIT ?`,
        [containing(part.toLowerCase()), ...(after ? [after.name, after.id] : []), limit],
      ),
    );
    const rooms = await this.byIds(found.map(({ id }) => id));
    const roomOf = new Map(rooms.map((room) => [room.id, room]));
    return found.flatMap(({ id }) => roomOf.get(id) ?? []);
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
    changes: Partial<Pick<RoomEntity, 'name' | 'topic' | 'avatarId' | 'archivedAt'>> & { members?: number },
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

  async #rooms(query: string, parameters: unknown[]): Promise<RoomEntity[]> {
    const rows = await this.database.reads.query<RoomRow[]>(query, parameters);
    return rows.map(toEntity);
  }
}
