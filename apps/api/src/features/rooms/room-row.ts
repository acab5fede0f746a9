import type { RoomEntity } from './room.entity.js';

/** A row of `rooms` as a raw query gives it. */
export type RoomRow = {
  id: string;
  kind: RoomEntity['kind'];
  unique_key: string | null;
  name: string | null;
  topic: string | null;
  avatar_id: string | null;
  version: number;
  last_seq: number;
  member_count: number;
  last_activity_at: number | string;
  created_at: number | string;
  archived_at: number | string | null;
};

/** Raw rows, as a room is read at every reconnection and hundreds of them for a list. */
export const toEntity = (row: RoomRow): RoomEntity => ({
  id: row.id,
  kind: row.kind,
  uniqueKey: row.unique_key,
  name: row.name,
  topic: row.topic,
  avatarId: row.avatar_id,
  version: row.version,
  lastSeq: row.last_seq,
  memberCount: row.member_count,
  lastActivityAt: Number(row.last_activity_at),
  createdAt: Number(row.created_at),
  archivedAt: row.archived_at === null ? null : Number(row.archived_at),
});
