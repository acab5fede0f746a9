import * as z from 'zod/mini';
import { MAX_DISPLAY_NAME_LENGTH, MAX_QUERY_LENGTH, MAX_USERS_PER_PAGE, USERS_PER_PAGE } from './limits.js';
import { Cursor, Id, limit, line, pageOf, Timestamp } from './primitives.js';
import { PresenceStatus } from './presence.js';

/** 2–32 letters and digits of any script, `.`, `_` and `-`; surrounding spaces are dropped. */
export const Username = z
  .string()
  .check(
    z.trim(),
    z.regex(/^[\p{L}\p{N}\p{M}._-]{2,32}$/u, { error: 'Use 2–32 letters, digits, ".", "_" or "-"' }),
  );

export const User = z.object({
  id: Id,
  username: z.string(),
  displayName: z.string(),
  avatarUrl: z.nullable(z.string()),
  role: z.enum(['member', 'admin']),
  status: PresenceStatus,
  lastSeenAt: z.nullable(Timestamp),
  createdAt: Timestamp,
});
export type User = z.infer<typeof User>;

export const UserPage = pageOf(User);

export const UserPath = z.strictObject({ userId: Id });

const isListOfIds = (value: string): boolean => {
  const ids = value.split(',');
  return ids.length <= MAX_USERS_PER_PAGE && ids.every((id) => Id.safeParse(id).success);
};

/** `query` is a part of the username or the display name; `ids` (comma-separated, up to a page of them) names people instead. */
export const FindUsers = z.strictObject({
  query: z.optional(line(0, MAX_QUERY_LENGTH)),
  ids: z.optional(z.string().check(z.refine(isListOfIds, { error: 'Must be ids, parted by commas' }))),
  limit: limit(MAX_USERS_PER_PAGE, USERS_PER_PAGE),
  cursor: z.optional(Cursor),
});

export const UpdateMe = z.strictObject({
  displayName: z.optional(line(1, MAX_DISPLAY_NAME_LENGTH)),
  status: z.optional(z.enum(['online', 'away', 'dnd'])),
  /** A picture that I have uploaded; null takes mine away. */
  avatarAttachmentId: z.optional(z.nullable(Id)),
});
