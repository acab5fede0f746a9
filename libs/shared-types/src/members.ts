import * as z from 'zod/mini';
import { MAX_MEMBERS_PER_CALL, MAX_USERS_PER_PAGE, USERS_PER_PAGE } from './limits.js';
import { Cursor, Id, limit, pageOf, Position, Timestamp } from './primitives.js';
import { User } from './users.js';

export const RoomRole = z.enum(['owner', 'moderator', 'member']);
export type RoomRole = z.infer<typeof RoomRole>;

export const NotifyLevel = z.enum(['all', 'mentions', 'none']);
export type NotifyLevel = z.infer<typeof NotifyLevel>;

export const Member = z.object({ user: User, role: RoomRole, joinedAt: Timestamp });
export type Member = z.infer<typeof Member>;

export const MemberPage = pageOf(Member);
export const MemberPath = z.strictObject({ roomId: Id, userId: Id });

export const MembersQuery = z.strictObject({
  limit: limit(MAX_USERS_PER_PAGE, USERS_PER_PAGE),
  cursor: z.optional(Cursor),
});

export const AddMembers = z.strictObject({
  userIds: z.array(Id).check(z.minLength(1), z.maxLength(MAX_MEMBERS_PER_CALL)),
});

export const UpdateMember = z.strictObject({ role: RoomRole });
export const UpdateMyMembership = z.strictObject({
  notify: z.optional(NotifyLevel),
  starred: z.optional(z.boolean()),
});
export type UpdateMyMembership = z.infer<typeof UpdateMyMembership>;

export const MemberJoined = z.object({ roomId: Id, user: User, version: Position });
export const MemberLeft = z.object({ roomId: Id, userId: Id, version: Position });
