import type { Fact } from '../connection/fact.js';
import { ada, grace, linus } from '../testing/people.js';
import { ROOM_ID, sampleMessage, sampleMessages, sampleRoom } from '../testing/samples.js';
import { applyToRooms, mergeRooms, putRoom } from './rooms-cache.js';

const OTHER_ID = '10000000-0000-7000-8000-000000000002';
const other = sampleRoom({ id: OTHER_ID, createdAt: '2026-01-01T12:00:00.000Z' });
const rooms = [other, sampleRoom()];
const created = (from: number, to: number, changed = {}): Fact => ({
  name: 'message:created',
  payload: {
    roomId: ROOM_ID,
    version: to + 1,
    messages: sampleMessages(from, to).map((message) => ({ ...message, ...changed })),
    quoted: [],
  },
});
const after = (...facts: Fact[]) =>
  facts.reduce((list, fact) => applyToRooms(list, fact, ada.id).rooms, rooms as readonly (typeof other)[]);
const sample = (list: readonly (typeof other)[]) => list.find((room) => room.id === ROOM_ID);

test('a message moves its room to the top of the list and counts as unread', () => {
  const list = after(created(1, 2, { createdAt: '2026-01-02T00:00:00.000Z' }));
  expect(list.map((room) => room.id)).toEqual([ROOM_ID, OTHER_ID]);
  expect(list[0]).toMatchObject({ lastSeq: 2, version: 3, me: { unreadCount: 2 }, lastMessage: { seq: 2 } });
});

test('the other rooms stay the same objects', () => {
  expect(after(created(1, 1)).find((room) => room.id === OTHER_ID)).toBe(other);
});

test('my own message leaves nothing unread', () => {
  expect(sample(after(created(1, 2), created(3, 3, { senderId: ada.id })))).toMatchObject({
    me: { readSeq: 3, deliveredSeq: 3, unreadCount: 0 },
  });
});

test('whoever writes has read everything before', () => {
  const receipts = sample(after(created(1, 2)))?.receipts;
  expect(receipts).toContainEqual({ userId: grace.id, readSeq: 2, deliveredSeq: 2 });
});

test('a message after a gap is not counted, but the room is asked for', () => {
  expect(applyToRooms(rooms, created(2, 2), ada.id)).toEqual({ rooms, behind: ROOM_ID });
});

test('a fact about an unknown room asks for it', () => {
  expect(applyToRooms([other], created(1, 1), ada.id)).toEqual({ rooms: [other], behind: ROOM_ID });
});

test('reading on another device clears the count here, and never brings it back', () => {
  const read = (readSeq: number): Fact => ({
    name: 'unread:updated',
    payload: { roomId: ROOM_ID, readSeq, readEpoch: 0, unreadCount: 3 - readSeq, mentionCount: 0 },
  });
  expect(sample(after(created(1, 3), read(3)))?.me).toMatchObject({ readSeq: 3, unreadCount: 0 });
  expect(sample(after(created(1, 3), read(3), read(1)))?.me).toMatchObject({ readSeq: 3, unreadCount: 0 });
});

test('a read pointer that comes before its message still counts when the message is there', () => {
  const receipts = [{ userId: ada.id, readSeq: 1, deliveredSeq: 1 }];
  const early: Fact = { name: 'receipt:updated', payload: { roomId: ROOM_ID, receipts } };
  expect(sample(after(early, created(1, 1)))?.me).toMatchObject({ readSeq: 1, unreadCount: 0 });
});

test('somebody who joins a small group is listed with everything read', () => {
  const joined: Fact = { name: 'member:joined', payload: { roomId: ROOM_ID, user: linus, version: 4 } };
  const room = sample(after(created(1, 2), joined));
  expect(room).toMatchObject({ memberCount: 3, version: 4, members: [ada, grace, linus] });
  expect(room?.receipts.at(-1)).toEqual({ userId: linus.id, readSeq: 2, deliveredSeq: 2 });
});

test('a room that I left or that was archived is gone from the list', () => {
  expect(after({ name: 'room:removed', payload: { roomId: ROOM_ID } })).toEqual([other]);
  expect(putRoom(rooms, sampleRoom({ archivedAt: '2026-03-01T00:00:00.000Z', version: 2 }))).toEqual([other]);
});

test('a fetched list decides which rooms there are, but takes back neither facts nor pointers', () => {
  const known = after(created(1, 3, { senderId: ada.id }));
  const merged = mergeRooms(known, [sampleRoom({ lastSeq: 2, version: 3, lastMessage: sampleMessage(2) })]);
  expect(merged).toEqual([sample(known)]);
  expect(merged[0]).toBe(sample(known));
});

const reading = (to: {
  readSeq: number;
  readEpoch: number;
  unreadCount: number;
  mentionCount?: number;
}): Fact => ({
  name: 'unread:updated',
  payload: { roomId: ROOM_ID, mentionCount: 0, ...to },
});

test('a mark of unread moves the pointer back, and nothing from before it moves it forward again', () => {
  const back = reading({ readSeq: 1, readEpoch: 1, unreadCount: 2, mentionCount: 1 });
  const before = reading({ readSeq: 3, readEpoch: 0, unreadCount: 0 });
  const receipts = [{ userId: ada.id, readSeq: 3, deliveredSeq: 3 }];
  const seen: Fact = { name: 'receipt:updated', payload: { roomId: ROOM_ID, receipts } };
  const room = sample(after(created(1, 3), before, back, before, seen));
  expect(room?.me).toMatchObject({ readSeq: 1, readEpoch: 1, unreadCount: 2, mentionCount: 1 });
  const again = reading({ readSeq: 3, readEpoch: 1, unreadCount: 0 });
  expect(sample(after(created(1, 3), back, again))?.me).toMatchObject({ readSeq: 3, unreadCount: 0 });
});

test('a pointer that was moved back past messages that are not here yet is asked for', () => {
  const back = reading({ readSeq: 0, readEpoch: 1, unreadCount: 5 });
  expect(applyToRooms(after(created(1, 3)), back, ada.id).behind).toBe(ROOM_ID);
});

test('messages that mention me, or everyone, are counted until they are read', () => {
  const named = created(1, 1, { mentions: [ada.id] });
  const called = created(2, 2, { mentionsAll: 'room' });
  const other = created(3, 3, { mentions: [linus.id] });
  const list = after(named, called, other);
  expect(sample(list)?.me).toMatchObject({ unreadCount: 3, mentionCount: 2 });
  const { rooms: read } = applyToRooms(
    list,
    reading({ readSeq: 1, readEpoch: 0, unreadCount: 2, mentionCount: 1 }),
    ada.id,
  );
  expect(sample(read)?.me).toMatchObject({ unreadCount: 2, mentionCount: 1 });
});

test('my own message mentions nobody to me, and says that I have read the others', () => {
  const list = after(
    created(1, 1, { mentions: [ada.id] }),
    created(2, 2, { senderId: ada.id, mentionsAll: 'room' }),
  );
  expect(sample(list)?.me).toMatchObject({ unreadCount: 0, mentionCount: 0 });
});

test('a count of mentions that knew other messages is asked for', () => {
  const list = after(created(1, 2, { mentions: [ada.id] }));
  const stale = reading({ readSeq: 0, readEpoch: 0, unreadCount: 1, mentionCount: 1 });
  expect(applyToRooms(list, stale, ada.id)).toMatchObject({ behind: ROOM_ID });
});

test('a room that comes back from the archive is in the list again', () => {
  const archived = sampleRoom({ archivedAt: '2026-03-01T00:00:00.000Z', version: 2 });
  expect(putRoom(putRoom(rooms, archived), sampleRoom({ version: 3 }))).toHaveLength(2);
});
