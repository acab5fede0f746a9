import type { Message, Room, User } from '@parley/shared-types';

/**
 * Who of the others has read up to a message, in the order of the members; null where the room is too large to be
 * told of each.
 */
export const seenBy = (room: Room, message: Message): User[] | null => {
  if (room.members.length === 0 || room.receipts.length === 0) return null;
  const furthest = new Map(room.receipts.map(({ userId, readSeq }) => [userId, readSeq]));
  return room.members.filter(({ id }) => id !== message.senderId && (furthest.get(id) ?? 0) >= message.seq);
};
