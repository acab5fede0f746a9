import type { User } from '@parley/shared-types';
import { replaceEqualDeep } from '@tanstack/query-core';
import type { UsersById } from '../cache.js';

/** Adds people, or what is new about them; who did not change stays the same object. */
export const putUsers = (users: UsersById, given: readonly User[]): UsersById => {
  const changed: Record<string, User> = {};
  for (const user of given) {
    const known = users[user.id];
    const next = known ? replaceEqualDeep(known, user) : user;
    if (next !== known) changed[user.id] = next;
  }
  return Object.keys(changed).length > 0 ? { ...users, ...changed } : users;
};
