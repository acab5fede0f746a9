import {
  SMALL_ROOM_MEMBERS,
  type Message,
  type MyMembership,
  type ReadResult,
  type Receipt,
  type Room,
  type User,
} from '@parley/shared-types';

/** `behind` says that something before it is missing, and that nothing was applied. */
export type Applied = { room: Room; behind: boolean };

const at = (room: Room): Applied => ({ room, behind: false });

/** Where my pointers shall be. Without an epoch it is one that I moved forward here. */
export type MyPointers = {
  readSeq?: number;
  readEpoch?: number;
  deliveredSeq?: number;
  mentionCount?: number;
};

/**
 * My pointers, moved forward where the given ones are further; the read pointer also back, by a later epoch. Unread
 * is what remains up to `lastSeq`. A pointer may be ahead of it for a moment: it came before the message that it
 * points to.
 */
export const moveMine = (room: Room, to: MyPointers): Room => {
  if (!room.me) return room;
  const readEpoch = Math.max(room.me.readEpoch, to.readEpoch ?? 0);
  const isLater = readEpoch > room.me.readEpoch;
  const isEarlier = to.readEpoch !== undefined && to.readEpoch < readEpoch;
  const given = isEarlier ? 0 : (to.readSeq ?? 0);
  const readSeq = isLater ? given : Math.max(room.me.readSeq, given);
  const deliveredSeq = Math.max(room.me.deliveredSeq, readSeq, to.deliveredSeq ?? 0);
  const unreadCount = Math.max(0, room.lastSeq - readSeq);
  const mentions =
    isEarlier || given < readSeq ? room.me.mentionCount : (to.mentionCount ?? room.me.mentionCount);
  const mentionCount = Math.min(mentions, unreadCount);
  const me: MyMembership = { ...room.me, readSeq, readEpoch, deliveredSeq, unreadCount, mentionCount };
  return me.readSeq === room.me.readSeq &&
    me.readEpoch === room.me.readEpoch &&
    me.deliveredSeq === room.me.deliveredSeq &&
    me.unreadCount === room.me.unreadCount &&
    me.mentionCount === room.me.mentionCount
    ? room
    : { ...room, me };
};

/**
 * My pointer as the server says it. Its count of mentions holds for the messages that it knew: if those are others
 * than are known here, the count must be asked for; and so must a pointer that was moved back, as a message of my own
 * among them has moved it forward, before or after that.
 */
export const movedMine = (room: Room, to: ReadResult): Applied => {
  const lastSeq = to.readSeq + to.unreadCount;
  if (to.readEpoch > (room.me?.readEpoch ?? 0) && lastSeq !== room.lastSeq) return { room, behind: true };
  const moved = moveMine(room, { readSeq: to.readSeq, readEpoch: to.readEpoch });
  const { me } = moved;
  if (me?.readSeq !== to.readSeq || me.readEpoch !== to.readEpoch) return at(moved);
  if (lastSeq === room.lastSeq) return at(moveMine(moved, to));
  return { room: moved, behind: me.mentionCount !== to.mentionCount };
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
  const received = moveReceipts(next, lastOfEach(sent));
  // Whoever writes has read everything before, and all that was counted is before.
  const { me } = own ? moveMine(received, { ...own, mentionCount: 0 }) : moveMine(received, {});
  if (!me) return at(received);
  const mentions = messages.filter((message) => message.seq > me.readSeq && isForMe(message, meId));
  const mentionCount = Math.min(me.mentionCount + mentions.length, me.unreadCount);
  return at({ ...received, me: { ...me, mentionCount } });
};

const isForMe = ({ mentions, mentionsAll }: Message, meId: string) =>
  mentionsAll !== null || mentions.includes(meId);

const lastOfEach = (receipts: Receipt[]) => [
  ...new Map(receipts.map((receipt) => [receipt.userId, receipt])).values(),
];

export const changeMessage = (room: Room, message: Message): Applied => {
  if (message.version <= room.version) return at(room);
  if (message.version > room.version + 1) return { room, behind: true };
  const isLast = room.lastMessage?.id === message.id;
  return at({ ...room, version: message.version, lastMessage: isLast ? message : room.lastMessage });
};

/** Whether a change may have brought or taken a mention of me that I have not read: that is not counted here. */
export const mayChangeMentions = ({ me }: Room, message: Message, meId: string): boolean => {
  if (!me || message.seq <= me.readSeq || message.senderId === meId) return false;
  return message.deletedAt === null
    ? message.editedAt !== null && (me.mentionCount > 0 || isForMe(message, meId))
    : me.mentionCount > 0;
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

/**
 * The newer of two states of a room, with the furthest pointers of both. If the older one has read further, it has
 * counted fewer mentions of the same messages.
 */
export const newerRoom = (known: Room, given: Room): Room => {
  const [newer, older] = given.version >= known.version ? [given, known] : [known, given];
  const room: Room = { ...newer, me: newer.me ?? older.me };
  if (!room.me || !older.me) return moveReceipts(room, older.receipts);
  const { mentionCount, ...pointers } = older.me;
  const isFurther = older.me.readSeq > room.me.readSeq && older.lastSeq === newer.lastSeq;
  return moveMine(moveReceipts(room, older.receipts), isFurther ? { ...pointers, mentionCount } : pointers);
};

/**
 * Whether the mentions in the merged state were counted by the given one although more is read by now: then the
 * room must be asked for.
 */
export const isMiscounted = (known: Room, given: Room, merged: Room): boolean =>
  given.version >= known.version &&
  given.lastSeq !== known.lastSeq &&
  (given.me?.mentionCount ?? 0) > 0 &&
  (merged.me?.readSeq ?? 0) > (given.me?.readSeq ?? 0);
