import type { Room, User } from '@parley/shared-types';

/** The other one of a direct room; oneself in a room with oneself. */
export const peerOf = (room: Room, meId: string | undefined): User | undefined =>
  room.kind === 'direct' ? (room.members.find(({ id }) => id !== meId) ?? room.members[0]) : undefined;

/** What a room is called by the person looking at it; '' when it has no name at all. */
export const roomName = (room: Room, meId: string | undefined) =>
  peerOf(room, meId)?.displayName ??
  room.name ??
  room.members.map(({ displayName }) => displayName).join(', ');
