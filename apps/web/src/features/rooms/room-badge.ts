import type { Room } from '@parley/shared-types';

export type Badge = { unread: number; mentions: number };

export const isMuted = (room: Room) => room.me?.notify === 'none';

/** What a room has to say for itself in the list: a muted one only that I was mentioned. */
export const badgeOf = (room: Room): Badge => {
  const { unreadCount = 0, mentionCount = 0 } = room.me ?? {};
  return { unread: isMuted(room) ? 0 : unreadCount, mentions: mentionCount };
};

export const wantsMe = (room: Room) => {
  const { unread, mentions } = badgeOf(room);
  return unread + mentions > 0;
};

/** The number on the title, the icon and the app: the sum of what the list shows. */
export const badgeTotal = (rooms: readonly Room[]) =>
  rooms.reduce((total, room) => {
    const { unread, mentions } = badgeOf(room);
    return total + Math.max(unread, mentions);
  }, 0);
