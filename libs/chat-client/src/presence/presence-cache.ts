import type { Presence, User } from '@parley/shared-types';
import type { UsersById } from '../cache.js';
import { putUsers } from '../users/users-cache.js';

/** How people are now; those that were never seen are left out. */
export const applyPresence = (users: UsersById, presences: readonly Presence[]): UsersById =>
  putUsers(
    users,
    presences.flatMap(({ userId, status, lastSeenAt }): User[] => {
      const user = users[userId];
      return user ? [{ ...user, status, lastSeenAt }] : [];
    }),
  );
