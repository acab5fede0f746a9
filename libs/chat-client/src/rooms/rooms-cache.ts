import type { Message, Room } from '@parley/shared-types';
import { replaceEqualDeep } from '@tanstack/query-core';
import type { Fact } from '../connection/fact.js';
import {
  addMember,
  addMessages,
  changeMessage,
  moveMine,
  movedMine,
  moveReceipts,
  newerRoom,
  removeMember,
  type Applied,
} from './room-cache.js';

export type Rooms = readonly Room[];

/** `behind` names a room that must be asked for, because the fact does not follow on what is known of it. */
export type RoomsAfter = { rooms: Rooms; behind?: string };

const activityOf = (room: Room) => room.lastMessage?.createdAt ?? room.createdAt;

/** Latest activity first; rooms of the same instant by id, newest first. */
export const byActivity = (a: Room, b: Room): number =>
  activityOf(b).localeCompare(activityOf(a)) || b.id.localeCompare(a.id);

/** Puts a state of a room into the list, unless a newer one is there. Archived rooms leave it. */
export const putRoom = (rooms: Rooms, given: Room): Rooms => {
  const known = rooms.find((room) => room.id === given.id);
  if (given.archivedAt) return withoutRoom(rooms, given.id);
  return known
    ? replaceRoom(rooms, known, replaceEqualDeep(known, newerRoom(known, given)))
    : sorted([...rooms, given]);
};

/** Puts a later state of a message in where it is the last one of its room. */
export const reviseLast = (rooms: Rooms, message: Message): Rooms => {
  const room = rooms.find(({ id }) => id === message.roomId);
  if (room?.lastMessage?.id !== message.id || room.lastMessage.version >= message.version) return rooms;
  return replaceRoom(rooms, room, { ...room, lastMessage: message });
};

/** The fetched list decides which rooms there are; of each, the newer state and the furthest pointers count. */
export const mergeRooms = (known: Rooms, fetched: Rooms): Rooms => {
  const byId = new Map(known.map((room) => [room.id, room]));
  const merged = fetched.map((room) => {
    const before = byId.get(room.id);
    return before ? replaceEqualDeep(before, newerRoom(before, room)) : room;
  });
  return sorted(merged);
};

/** Applies a fact to the list. Facts that are known already, or concern something else, change nothing. */
export const applyToRooms = (rooms: Rooms, fact: Fact, meId: string): RoomsAfter => {
  switch (fact.name) {
    case 'room:created':
    case 'room:updated':
      return { rooms: putRoom(rooms, fact.payload) };
    case 'room:removed':
      return { rooms: withoutRoom(rooms, fact.payload.roomId) };
    case 'message:created':
      return change(rooms, fact.payload.roomId, (room) => addMessages(room, fact.payload, meId));
    case 'message:updated':
    case 'message:deleted':
      return change(rooms, fact.payload.roomId, (room) => changeMessage(room, fact.payload));
    case 'member:joined':
      // Of a room that I join myself I am told by `room:created`.
      if (fact.payload.user.id === meId) return { rooms };
      return change(rooms, fact.payload.roomId, (room) =>
        addMember(room, fact.payload.user, fact.payload.version),
      );
    case 'member:left':
      if (fact.payload.userId === meId) return { rooms: withoutRoom(rooms, fact.payload.roomId) };
      return change(rooms, fact.payload.roomId, (room) =>
        removeMember(room, fact.payload.userId, fact.payload.version),
      );
    case 'receipt:updated':
      return change(rooms, fact.payload.roomId, (room) => {
        const mine = fact.payload.receipts.find((receipt) => receipt.userId === meId);
        // A receipt tells how far I ever got; that is my pointer as long as I never moved it back.
        const own = mine ? { ...mine, readEpoch: 0 } : {};
        return { room: moveMine(moveReceipts(room, fact.payload.receipts), own), behind: false };
      });
    case 'unread:updated':
      return change(rooms, fact.payload.roomId, (room) => movedMine(room, fact.payload));
    default:
      return { rooms };
  }
};

export const withoutRoom = (rooms: Rooms, roomId: string): Rooms =>
  rooms.some((room) => room.id === roomId) ? rooms.filter((room) => room.id !== roomId) : rooms;

/** Changes one room of the list; a room that is not in it is one to ask for. */
const change = (rooms: Rooms, roomId: string, apply: (room: Room) => Applied): RoomsAfter => {
  const known = rooms.find((room) => room.id === roomId);
  if (!known) return { rooms, behind: roomId };
  const { room, behind } = apply(known);
  const next = replaceRoom(rooms, known, room);
  return behind ? { rooms: next, behind: roomId } : { rooms: next };
};

const replaceRoom = (rooms: Rooms, known: Room, room: Room): Rooms => {
  if (room === known) return rooms;
  const next = rooms.map((other) => (other === known ? room : other));
  return activityOf(room) === activityOf(known) ? next : sorted(next);
};

const sorted = (rooms: Room[]): Rooms => rooms.sort(byActivity);
