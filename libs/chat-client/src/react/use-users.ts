import type { User } from '@parley/shared-types';
import { useCallback, useMemo } from 'react';
import { keys, type UsersById } from '../cache.js';
import { useFact } from './use-fact.js';

const NOBODY: UsersById = {};

/** A person as they are now; undefined while unknown. */
export const useUser = (userId: string): User | undefined => {
  const select = useCallback((users: UsersById) => users[userId] ?? null, [userId]);
  return useFact(keys.users, select) ?? undefined;
};

/** Several people in the given order; unknown ones are left out. */
export const useUsers = (userIds: readonly string[]): User[] => {
  const users = useFact<UsersById>(keys.users) ?? NOBODY;
  return useMemo(() => userIds.flatMap((userId) => users[userId] ?? []), [users, userIds]);
};

/** Whose page this is; undefined before anybody signed in. */
export const useMe = (): User | undefined => {
  const me = useFact<User>(keys.me);
  return useUser(me?.id ?? '') ?? me;
};
