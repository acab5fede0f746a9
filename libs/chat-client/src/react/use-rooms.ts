import type { Room } from '@parley/shared-types';
import { useCallback } from 'react';
import { keys } from '../cache.js';
import { useFact } from './use-fact.js';

const NO_ROOMS: readonly Room[] = [];

/** My rooms, latest activity first. */
export const useRooms = (): readonly Room[] => useFact<readonly Room[]>(keys.rooms) ?? NO_ROOMS;

/** One of my rooms; undefined when I am not in it. */
export const useRoom = (roomId: string): Room | undefined => {
  const select = useCallback(
    (rooms: readonly Room[]) => rooms.find((room) => room.id === roomId) ?? null,
    [roomId],
  );
  return useFact(keys.rooms, select) ?? undefined;
};

const unreadTotal = (rooms: readonly Room[]) =>
  rooms.reduce((total, room) => total + (room.me?.unreadCount ?? 0), 0);

/** Unread messages in all my rooms together. */
export const useUnreadTotal = (): number => useFact(keys.rooms, unreadTotal) ?? 0;
