import * as z from 'zod/mini';
import {
  MAX_MEMBERS_PER_CALL,
  MAX_QUERY_LENGTH,
  MAX_ROOM_NAME_LENGTH,
  MAX_ROOMS_PER_PAGE,
  MAX_TOPIC_LENGTH,
  ROOMS_PER_PAGE,
} from './limits.js';
import { NotifyLevel, RoomRole } from './members.js';
import { Message } from './messages.js';
import { Cursor, Id, limit, line, pageOf, Position, Timestamp } from './primitives.js';
import { readPointer, Receipt } from './receipts.js';
import { User } from './users.js';

/** `direct` two people, one room per pair · `group` private, by invitation · `channel` open to every user. */
export const RoomKind = z.enum(['direct', 'group', 'channel']);
export type RoomKind = z.infer<typeof RoomKind>;

/** What a room is to the person asking. */
export const MyMembership = z.object({
  role: RoomRole,
  ...readPointer,
  deliveredSeq: Position,
  notify: NotifyLevel,
  starred: z.boolean(),
});
export type MyMembership = z.infer<typeof MyMembership>;

/**
 * `members` and `receipts` are filled for direct rooms and small groups, empty elsewhere; `me` is null for
 * those outside a channel.
 */
export const Room = z.object({
  id: Id,
  kind: RoomKind,
  name: z.nullable(z.string()),
  topic: z.nullable(z.string()),
  avatarUrl: z.nullable(z.string()),
  version: Position,
  lastSeq: Position,
  memberCount: z.int(),
  members: z.array(User),
  receipts: z.array(Receipt),
  me: z.nullable(MyMembership),
  lastMessage: z.nullable(Message),
  createdAt: Timestamp,
  archivedAt: z.nullable(Timestamp),
});
export type Room = z.infer<typeof Room>;

export const RoomPage = pageOf(Room);

const Name = line(1, MAX_ROOM_NAME_LENGTH);
const Topic = line(0, MAX_TOPIC_LENGTH);

export const RoomPath = z.strictObject({ roomId: Id });

export const CreateRoom = z.strictObject({
  kind: z.enum(['group', 'channel']),
  name: Name,
  topic: z.optional(Topic),
  memberIds: z.optional(z.array(Id).check(z.maxLength(MAX_MEMBERS_PER_CALL))),
});
export type CreateRoom = z.infer<typeof CreateRoom>;

export const OpenDirect = z.strictObject({ userId: Id });

export const UpdateRoom = z.strictObject({
  name: z.optional(Name),
  topic: z.optional(Topic),
  /** A picture that I have uploaded; null takes the room's away. */
  avatarAttachmentId: z.optional(z.nullable(Id)),
  /** Brings an archived room back; `DELETE` archives. For owners. */
  archived: z.optional(z.literal(false)),
});
export type UpdateRoom = z.infer<typeof UpdateRoom>;

export const RoomsQuery = z.strictObject({
  /** `true`: the archived ones instead of those in use. */
  archived: z.optional(z.enum(['true', 'false'])),
  limit: limit(MAX_ROOMS_PER_PAGE, ROOMS_PER_PAGE),
  cursor: z.optional(Cursor),
});

export const DiscoverRooms = z.strictObject({
  query: z.optional(line(0, MAX_QUERY_LENGTH)),
  limit: limit(MAX_ROOMS_PER_PAGE, ROOMS_PER_PAGE),
  cursor: z.optional(Cursor),
});

export const RoomRemoved = z.object({ roomId: Id });

/** What a room became since a version: pass `version` as the next `since` while `hasMore`. */
export const RoomChanges = z.object({
  messages: z.array(Message),
  room: Room,
  version: Position,
  hasMore: z.boolean(),
  users: z.array(User),
  quoted: z.array(Message),
});
export type RoomChanges = z.infer<typeof RoomChanges>;
