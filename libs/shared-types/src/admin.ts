import * as z from 'zod/mini';
import { MAX_DISPLAY_NAME_LENGTH, MAX_QUERY_LENGTH, MAX_USERS_PER_PAGE, USERS_PER_PAGE } from './limits.js';
import { Cursor, limit, line, pageOf, Timestamp } from './primitives.js';
import { User, Username } from './users.js';

/** A person as admins see them. */
export const AdminUser = z.extend(User, {
  deactivatedAt: z.nullable(Timestamp),
  hasPassword: z.boolean(),
  isExternal: z.boolean(),
  /** Signed-in devices. */
  sessions: z.int(),
});
export type AdminUser = z.infer<typeof AdminUser>;

export const AdminUserPage = pageOf(AdminUser);

/** By name; people who were deactivated are among them. */
export const AdminUsersQuery = z.strictObject({
  query: z.optional(line(0, MAX_QUERY_LENGTH)),
  limit: limit(MAX_USERS_PER_PAGE, USERS_PER_PAGE),
  cursor: z.optional(Cursor),
});

export const CreateUser = z.strictObject({ username: Username });

/** Whoever renames somebody moves no messages: people are known by their ids. */
export const AdminUpdateUser = z.strictObject({
  username: z.optional(Username),
  displayName: z.optional(line(1, MAX_DISPLAY_NAME_LENGTH)),
  deactivated: z.optional(z.boolean()),
});

/** Given by the operator's tool alone. */
export const SetRole = z.strictObject({ role: z.enum(['member', 'admin']) });

/** `recoveryCodes` open the name once each: hand them to its owner. */
export const UserWithCodes = z.object({ user: User, recoveryCodes: z.array(z.string()) });
