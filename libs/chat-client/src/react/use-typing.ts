import type { User } from '@parley/shared-types';
import { keys } from '../cache.js';
import { useFact } from './use-fact.js';
import { useUsers } from './use-users.js';

const NOBODY: readonly string[] = [];

/** Who is typing in the room, without me. */
export const useTyping = (roomId: string): User[] =>
  useUsers(useFact<readonly string[]>(keys.typing(roomId)) ?? NOBODY);
