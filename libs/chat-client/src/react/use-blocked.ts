import { useCallback } from 'react';
import { keys } from '../cache.js';
import { useFact } from './use-fact.js';

const NOBODY: readonly string[] = [];

/** The ids of those whom I block. */
export const useBlocked = (): readonly string[] => useFact<readonly string[]>(keys.blocks) ?? NOBODY;

/** Whether I block this person; renders only when that changes. */
export const useIsBlocked = (userId: string | undefined): boolean => {
  const select = useCallback(
    (blocked: readonly string[]) => userId !== undefined && blocked.includes(userId),
    [userId],
  );
  return useFact(keys.blocks, select) ?? false;
};
