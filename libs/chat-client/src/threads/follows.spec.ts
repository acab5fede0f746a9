import { jest } from '@jest/globals';
import type { Message, ThreadState } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import { ada, grace } from '../testing/people.js';
import { ROOM_ID, sampleMessage } from '../testing/samples.js';
import { Follows, type Followed, type ThreadStates } from './follows.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const rootId = 'root';
const state = (changed: Partial<ThreadState> = {}): ThreadState => ({
  roomId: ROOM_ID,
  rootId,
  isFollowed: true,
  readSeq: 5,
  lastSeq: 5,
  unreadCount: 0,
  ...changed,
});
const told = (changed: Partial<ThreadState> = {}): Fact => ({
  name: 'thread:updated',
  payload: state(changed),
});
const reply = (seq: number, changed: Partial<Message> = {}) =>
  sampleMessage(seq, { threadRootId: rootId, ...changed });
const created = (...messages: Message[]): Fact => ({
  name: 'message:created',
  payload: { roomId: ROOM_ID, version: 99, messages, quoted: [] },
});

const open = (all: () => Promise<Followed> = async () => ({ states: [], isComplete: true })) => {
  let states: ThreadStates = {};
  const asked: string[] = [];
  const follows = new Follows({
    read: () => states,
    write: (next) => (states = next),
    meId: () => ada.id,
    isOpen: () => false,
    fetchAll: all,
    fetchOne: async (id) => (asked.push(id), state({ rootId: id, lastSeq: 9, unreadCount: 2 })),
    isReady: () => true,
  });
  const receive = (...facts: Fact[]) => facts.forEach((fact) => follows.receive(fact));
  return { follows, receive, asked, thread: () => states[rootId] };
};

test('replies of others count as unread in a thread that I follow, each once and in any order', () => {
  const { receive, thread } = open();
  receive(told(), created(reply(8)), created(reply(7), reply(8)));
  expect(thread()).toMatchObject({ unreadCount: 2, lastSeq: 8 });
});

test('nothing counts in a thread that I do not follow', () => {
  const { receive, thread } = open();
  receive(told({ isFollowed: false }), created(reply(7)));
  expect(thread()).toMatchObject({ isFollowed: false, unreadCount: 0 });
});

test('a reply of mine says that I have read everything before it', () => {
  const { receive, thread } = open();
  receive(told(), created(reply(6), reply(7)), created(reply(8, { senderId: ada.id })));
  expect(thread()).toMatchObject({ unreadCount: 0, readSeq: 8 });
});

test('reading counts at once, and what the server says later brings nothing back', () => {
  const { follows, receive, thread } = open();
  receive(told(), created(reply(6), reply(7)));
  expect(follows.read(rootId, 7)).toBe(true);
  expect(follows.read(rootId, 6)).toBe(false);
  receive(told({ readSeq: 5, lastSeq: 7, unreadCount: 2 }));
  expect(thread()).toMatchObject({ unreadCount: 0, readSeq: 7 });
});

test('a deleted reply that was counted here is counted no more, any other is asked about', async () => {
  const { receive, thread, asked } = open();
  const gone = (seq: number): Fact => ({
    name: 'message:deleted',
    payload: reply(seq, { deletedAt: '2026-03-01T00:00:00.000Z' }),
  });
  receive(told({ readSeq: 2, unreadCount: 3 }), created(reply(7)), gone(7));
  expect(thread()).toMatchObject({ unreadCount: 3 });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  receive(gone(4));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([rootId]);
  expect(thread()).toMatchObject({ unreadCount: 2 });
});

test('a thread that is not among all that I follow is not followed', async () => {
  const { follows, receive, thread } = open();
  receive(told({ unreadCount: 3, lastSeq: 9 }));
  await follows.refetch();
  expect(thread()).toMatchObject({ isFollowed: false, unreadCount: 0 });
});

test('a reply that comes while the threads are asked for is counted', async () => {
  let answer: (followed: Followed) => void = () => undefined;
  const { follows, receive, thread } = open(() => new Promise((resolve) => (answer = resolve)));
  const asking = follows.refetch();
  receive(created(reply(7, { senderId: grace.id })));
  answer({ states: [state()], isComplete: true });
  await asking;
  expect(thread()).toMatchObject({ unreadCount: 1 });
});

test('of more threads than a page holds, one that gets a reply is asked about once', async () => {
  const { follows, receive, thread, asked } = open(async () => ({ states: [], isComplete: false }));
  await follows.refetch();
  receive(created(reply(7)), created(reply(8)));
  await jest.advanceTimersByTimeAsync(1_000);
  receive(created(reply(9)));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([rootId]);
  expect(thread()).toMatchObject({ unreadCount: 2 });
});

test('nothing of a room that I left is known any more', () => {
  const { receive, thread } = open();
  receive(told(), { name: 'room:removed', payload: { roomId: ROOM_ID } });
  expect(thread()).toBeUndefined();
});
