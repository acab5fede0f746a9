import 'fake-indexeddb/auto';
import { jest } from '@jest/globals';
import type { Chat } from '../chat.js';
import { assembleChat } from '../create-chat.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { FakeSocket } from '../testing/fake-socket.js';
import { ada, grace } from '../testing/people.js';
import { ROOM_ID, sampleMessage, sampleMessages, samplePage, sampleRoom } from '../testing/samples.js';
import { memoryDeviceStore, type DeviceStore } from './device-store.js';
import { indexedDbDeviceStore } from './indexeddb-device-store.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const room = sampleRoom({ lastSeq: 120, version: 121, lastMessage: sampleMessage(120) });
const snapshotOf = (me: typeof ada) => ({
  me,
  rooms: [room],
  timeline: { roomId: ROOM_ID, ...samplePage(1, 120) },
});
const settle = () => jest.advanceTimersByTimeAsync(5_000);

const chats: Chat[] = [];
afterEach(() => chats.splice(0).forEach((chat) => chat.stop()));

/** A page of this device; without a snapshot it was opened without a network. */
const openPage = (device: DeviceStore, snapshot?: ReturnType<typeof snapshotOf>, fresh = room) => {
  const socket = new FakeSocket();
  const chat = assembleChat({
    origin: 'http://parley',
    ...(snapshot ? { snapshot } : {}),
    device,
    outbox: memoryOutboxStore(),
    openSocket: () => socket,
    fetch: async () => Response.json({ items: [fresh], nextCursor: null }),
    random: () => 0.5,
  });
  chats.push(chat);
  const sent = (name: string) => socket.requests.filter((request) => request.name === name);
  return { chat, socket, sent };
};

test('a page without a network shows what the last one showed', async () => {
  const device = memoryDeviceStore();
  const before = openPage(device, snapshotOf(ada));
  before.chat.start();
  await settle();
  before.chat.stop();

  const { chat } = openPage(device);
  expect(await chat.restore()).toBe(true);
  expect(chat.me).toEqual(ada);
  expect(chat.rooms()).toEqual([room]);
  expect(chat.user(grace.id)).toEqual(grace);
  expect(chat.timeline(ROOM_ID)).toEqual({
    roomId: ROOM_ID,
    messages: sampleMessages(21, 120),
    hasBefore: true,
    hasAfter: false,
    version: 121,
    quoted: {},
  });
});

test('what was restored is brought up to date by the next connection', async () => {
  const device = memoryDeviceStore();
  const before = openPage(device, snapshotOf(ada));
  before.chat.start();
  await settle();
  before.chat.stop();

  const { chat, socket, sent } = openPage(device);
  await chat.restore();
  chat.start();
  socket.accept(ada);
  expect(sent('room:changes').map(({ payload }) => payload)).toMatchObject([{ roomId: ROOM_ID, since: 121 }]);
});

test('a device that keeps nothing restores nothing', async () => {
  const { chat } = openPage(memoryDeviceStore());
  expect(await chat.restore()).toBe(false);
  expect(chat.me).toBeUndefined();
});

test('only what changed is written again', async () => {
  const device = memoryDeviceStore();
  const written: string[][] = [];
  const watched: DeviceStore = {
    ...device,
    keep: (userId, keeping) => {
      written.push(keeping.put.map(([name]) => name));
      return device.keep(userId, keeping);
    },
  };
  const { chat, socket } = openPage(watched, snapshotOf(ada));
  chat.start();
  await settle();
  written.length = 0;
  socket.tell('presence:updated', { users: [{ userId: grace.id, status: 'away', lastSeenAt: null }] });
  await settle();
  expect(written).toEqual([[`user:${grace.id}`]]);
});

test('signing out leaves nothing on the device', async () => {
  const device = memoryDeviceStore();
  const { chat, socket } = openPage(device, snapshotOf(ada));
  chat.start();
  await settle();
  expect(await device.load()).toBeDefined();
  socket.tell('session:revoked', { reason: 'signed out' });
  await settle();
  expect(await device.load()).toBeUndefined();
});

test('nothing of one person is kept or shown for another', async () => {
  const device = memoryDeviceStore();
  const first = openPage(device, snapshotOf(ada));
  first.chat.start();
  await settle();
  first.chat.stop();

  const second = openPage(device, { ...snapshotOf(grace), rooms: [] });
  second.chat.start();
  await jest.advanceTimersByTimeAsync(0);
  expect(await device.load()).toBeUndefined();
  await settle();
  second.chat.stop();
  const kept = await device.load();
  expect(kept?.userId).toBe(grace.id);
  expect([...(kept?.kept.keys() ?? [])].filter((name) => name.startsWith('room:'))).toEqual([]);
});

test('what was read without a network is told after a reload', async () => {
  const device = memoryDeviceStore();
  const before = openPage(device, snapshotOf(ada));
  before.chat.start();
  await settle();
  before.chat.markRead(ROOM_ID, 120);
  await settle();
  before.chat.stop();

  const { chat, socket, sent } = openPage(device, snapshotOf(ada));
  chat.start();
  await settle();
  expect(chat.room(ROOM_ID)?.me).toMatchObject({ readSeq: 120, unreadCount: 0 });
  socket.accept(ada);
  await settle();
  expect(sent('room:read').map(({ payload }) => payload)).toEqual([{ roomId: ROOM_ID, seq: 120 }]);
});

test('what was marked as unread elsewhere meanwhile is not read again by it', async () => {
  const device = memoryDeviceStore();
  const before = openPage(device, snapshotOf(ada));
  before.chat.start();
  await settle();
  before.chat.markRead(ROOM_ID, 120);
  await settle();
  before.chat.stop();

  const me = { ...room.me!, readSeq: 4, readEpoch: 1, unreadCount: 116 };
  const { chat, socket, sent } = openPage(device, snapshotOf(ada), { ...room, me });
  chat.start();
  await settle();
  socket.accept(ada);
  await settle();
  expect(sent('room:read')).toEqual([]);
  expect(chat.room(ROOM_ID)?.me).toMatchObject({ readSeq: 4, unreadCount: 116 });
});

describe.each([
  ['memory', memoryDeviceStore],
  ['IndexedDB', () => indexedDbDeviceStore('test-device')],
])('a device store in %s', (_, open) => {
  test('keeps the values of one person, and wipes those of another', async () => {
    jest.useRealTimers();
    const store = open();
    expect(await store.load()).toBeUndefined();
    expect(
      await store.keep(ada.id, {
        put: [
          ['a', 1],
          ['b', { c: 2 }],
        ],
        remove: [],
      }),
    ).toBe(false);
    expect(await store.keep(ada.id, { put: [['a', 3]], remove: ['b'] })).toBe(true);
    expect(await store.load()).toEqual({ userId: ada.id, kept: new Map([['a', 3]]) });
    expect(await store.keep(grace.id, { put: [['d', 4]], remove: [] })).toBe(false);
    expect(await store.load()).toEqual({ userId: grace.id, kept: new Map([['d', 4]]) });
    await store.wipe();
    expect(await store.load()).toBeUndefined();
  });
});
