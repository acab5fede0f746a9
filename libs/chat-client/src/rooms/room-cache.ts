import {
  SMALL_ROOM_MEMBERS,
  type Message,
  type MyMembership,
  type Receipt,
  type Room,
  type User,
} from '@parley/shared-types';

/** `behind` says that something before it is missing, and that nothing was applied. */
export type Applied = { room: Room; behind: boolean };

const at = (room: Room): Applied => ({ room, behind: false });

/**
 * My pointers, moved forward where the given ones are further; unread is what remains up to `lastSeq`. A pointer may
 * be ahead of it for a moment: it came before the message that it points to.
 */
export const moveMine = (
  room: Room,
  to: { readSeq?: number; deliveredSeq?: number; mentionCount?: number },
): Room => {
  if (!room.me) return room;
  const readSeq = Math.max(room.me.readSeq, to.readSeq ?? 0);
  const deliveredSeq = Math.max(room.me.deliveredSeq, readSeq, to.deliveredSeq ?? 0);
  const unreadCount = Math.max(0, room.lastSeq - readSeq);
  const mentionCount = unreadCount === 0 ? 0 : (to.mentionCount ?? room.me.mentionCount);
  const me: MyMembership = { ...room.me, readSeq, deliveredSeq, unreadCount, mentionCount };
  return me.readSeq === room.me.readSeq &&
    me.deliveredSeq === room.me.deliveredSeq &&
    me.unreadCount === room.me.unreadCount &&
    me.mentionCount === room.me.mentionCount
    ? room
    : { ...room, me };
};

/** Pointers of members, moved forward only. Receipts of people who are not in the room are left out. */
export const moveReceipts = (room: Room, receipts: readonly Receipt[]): Room => {
  const moved = new Map(receipts.map((receipt) => [receipt.userId, receipt]));
  let changed = false;
  const next = room.receipts.map((known) => {
    const to = moved.get(known.userId);
    if (!to || (to.readSeq <= known.readSeq && to.deliveredSeq <= known.deliveredSeq)) return known;
    changed = true;
    const readSeq = Math.max(known.readSeq, to.readSeq);
    return {
      userId: known.userId,
      readSeq,
      deliveredSeq: Math.max(known.deliveredSeq, to.deliveredSeq, readSeq),
    };
  });
  return changed ? { ...room, receipts: next } : room;
};

/** New messages raise `lastSeq`, and the pointers of whoever sent them. */
export const addMessages = (
  room: Room,
  { version, messages }: { version: number; messages: readonly Message[] },
  meId: string,
): Applied => {
  const last = messages.at(-1);
  if (version <= room.version || !last) return at(room);
  if ((messages[0]?.version ?? version) > room.version + 1) return { room, behind: true };
  const next = { ...room, version, lastSeq: last.seq, lastMessage: last };
  const sent = messages.map(({ senderId, seq }) => ({ userId: senderId, readSeq: seq, deliveredSeq: seq }));
  const own = sent.filter(({ userId }) => userId === meId).at(-1);
  return at(moveMine(moveReceipts(next, lastOfEach(sent)), own ?? {}));
};

const lastOfEach = (receipts: Receipt[]) => [
  ...new Map(receipts.map((receipt) => [receipt.userId, receipt])).values(),
];

export const changeMessage = (room: Room, message: Message): Applied => {
  if (message.version <= room.version) return at(room);
  if (message.version > room.version + 1) return { room, behind: true };
  const isLast = room.lastMessage?.id === message.id;
  return at({ ...room, version: message.version, lastMessage: isLast ? message : room.lastMessage });
};

/**
 * Somebody new begins with everything read. People added together share one version, so that a second fact of the
 * same version, or one that was overtaken, may be news: in doubt the room is asked for.
 */
export const addMember = (room: Room, user: User, version: number): Applied => {
  const isListed = room.members.length > 0;
  const isKnown = room.members.some((member) => member.id === user.id);
  if (version <= room.version && isKnown) return at(room);
  if (version < room.version) return { room, behind: isListed };
  if (version > room.version + 1 || isKnown || (version === room.version && !isListed)) {
    return { room, behind: true };
  }
  const memberCount = room.memberCount + 1;
  const counted = { ...room, version, memberCount };
  if (!isListed) return at(counted);
  if (memberCount > SMALL_ROOM_MEMBERS) return at({ ...counted, members: [], receipts: [] });
  const receipt = { userId: user.id, readSeq: room.lastSeq, deliveredSeq: room.lastSeq };
  return at({ ...counted, members: [...room.members, user], receipts: [...room.receipts, receipt] });
};

/** A group that became small again is asked for: its members were not known. */
export const removeMember = (room: Room, userId: string, version: number): Applied => {
  if (version <= room.version) return at(room);
  const unlisted =
    room.kind === 'group' && room.members.length === 0 && room.memberCount - 1 <= SMALL_ROOM_MEMBERS;
  if (version > room.version + 1 || unlisted) return { room, behind: true };
  return at({
    ...room,
    version,
    memberCount: room.memberCount - 1,
    members: room.members.filter((member) => member.id !== userId),
    receipts: room.receipts.filter((receipt) => receipt.userId !== userId),
  });
};

/** The newer of two states of a room, with the furthest pointers of both. */
export const newerRoom = (known: Room, given: Room): Room => {
  const [newer, older] = given.version >= known.version ? [given, known] : [known, given];
  const room: Room = { ...newer, me: newer.me ?? older.me };
  return moveMine(moveReceipts(room, older.receipts), older.me ?? {});
};
