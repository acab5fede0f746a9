import type { Room } from '@parley/shared-types';

/** What I may do in a room, as the server will judge it too. */
const isShared = (room: Room) => room.kind !== 'direct' && room.me !== null;

export const isOwner = (room: Room) => isShared(room) && room.me?.role === 'owner';

export const isModerator = (room: Room) => isShared(room) && room.me?.role !== 'member';

export const mayRenameRoom = (room: Room) => isModerator(room) && room.archivedAt === null;

/** Whether there is any way out of it: a conversation of two stays. */
export const mayEndRoom = isShared;
