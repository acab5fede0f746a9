import { jest } from '@jest/globals';
import type { Message, Room } from '@parley/shared-types';
import type { Chat } from './chat.js';
import { RandomHistory, type Device } from './testing/history.js';
import type { ModelRoom } from './testing/model-room.js';
import type { ModelServer } from './testing/model-server.js';
import { ada } from './testing/people.js';

const RUNS = 1_000;
const BATCH = 50;
const SLEEPS = 100;

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 2, 1) }));
afterEach(() => jest.useRealTimers());

const inOrder = ({ receipts, members, ...room }: Room) => ({
  ...room,
  members: members.map(({ id }) => id).sort(),
  receipts: [...receipts].sort((a, b) => a.userId.localeCompare(b.userId)),
});

/** Every quoted message is there, and as the server has it. */
const expectQuoted = (
  room: ModelRoom,
  { messages, quoted }: { messages: readonly Message[]; quoted: Readonly<Record<string, Message>> },
) => {
  const needed = messages.flatMap(({ replyToId }) => replyToId ?? []);
  expect(Object.keys(quoted)).toEqual(expect.arrayContaining(needed));
  for (const [id, message] of Object.entries(quoted)) expect(message).toEqual(room.find(id));
};

const expectTimeline = (chat: Chat, room: ModelRoom) => {
  const window = chat.timeline(room.id);
  if (!window) return;
  const first = window.messages[0]?.seq ?? 1;
  const last = window.messages.at(-1)?.seq ?? 0;
  expect(window).toEqual({
    roomId: room.id,
    messages: room.messages.slice(first - 1, last),
    hasBefore: first > 1,
    hasAfter: last < room.lastSeq,
    version: room.version,
    quoted: window.quoted,
  });
  expectQuoted(room, window);
};

const expectThreads = (chat: Chat, room: ModelRoom, server: ModelServer) => {
  for (const root of room.messages) {
    const state = server.threads.state(room, root.id);
    const known = chat.queryClient.getQueryData<Record<string, unknown>>(['thread-states'])?.[root.id];
    if (state.unreadCount > 0 || known)
      expect(known).toMatchObject({ isFollowed: state.isFollowed, unreadCount: state.unreadCount });

    const window = chat.thread(root.id);
    if (!window) continue;
    const replies = room.messages.filter(({ threadRootId }) => threadRootId === root.id);
    const loaded = window.hasBefore ? replies.slice(-window.messages.length) : replies;
    expect(window).toEqual({
      roomId: room.id,
      root,
      messages: loaded,
      hasBefore: loaded.length < replies.length,
      version: room.version,
      quoted: window.quoted,
    });
    expectQuoted(room, window);
  }
};

const expectEqualToFreshSnapshot = ({ chat }: Device, server: ModelServer) => {
  const fresh = [...server.rooms.values()].filter((room) => room.members.has(ada.id));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const views = fresh.map((room) => inOrder(room.view(ada.id)));
  expect([...chat.rooms()].map(inOrder).sort(byId)).toEqual(views.sort(byId));

  for (const room of server.rooms.values()) {
    if (!fresh.includes(room)) expect(chat.timeline(room.id)).toBeUndefined();
    expectTimeline(chat, room);
    if (fresh.includes(room)) expectThreads(chat, room, server);
  }
};

/** A refused one may be stored all the same: its ack was lost, and ada had left when it was sent again. */
const expectSentOnce = ({ devices, server, written }: RandomHistory) => {
  for (const [roomId, clientIds] of written) {
    const unsent = devices.flatMap(({ chat }) => chat.unsent(roomId));
    expect(unsent.filter((entry) => entry.state !== 'failed')).toEqual([]);
    const refused = new Set(unsent.map((entry) => entry.clientId));
    const stored = server.rooms.get(roomId)!.messages.map((message) => message.clientId);
    for (const clientId of clientIds) {
      const times = stored.filter((other) => other === clientId).length;
      expect(times).toBeLessThanOrEqual(1);
      if (!refused.has(clientId)) expect(times).toBe(1);
    }
  }
};

/** What ada wanted last of each reaction is so, unless it was refused or the message is gone. */
const expectReactions = ({ devices, server, wanted }: RandomHistory) => {
  for (const { message, emoji, isOn } of wanted.values()) {
    const stored = server.rooms.get(message.roomId)!.find(message.id)!;
    const refused = devices.some(({ refusals }) =>
      refusals.some((refusal) => refusal.message.id === message.id),
    );
    if (refused || stored.deletedAt !== null) continue;
    const userIds = stored.reactions.find((reaction) => reaction.emoji === emoji)?.userIds ?? [];
    expect(userIds.includes(ada.id)).toBe(isOn);
  }
};

/** Pointers never go back, save when they were moved back on purpose: seen after every step. */
const watchPointers = ({ devices }: RandomHistory) => {
  const seen = new Map<string, number>();
  return () => {
    for (const [index, { chat }] of devices.entries()) {
      for (const { id, me } of chat.rooms()) {
        const place = (me?.readEpoch ?? 0) * 1_000_000 + (me?.readSeq ?? 0);
        expect(place).toBeGreaterThanOrEqual(seen.get(`${index} ${id}`) ?? 0);
        seen.set(`${index} ${id}`, place);
      }
    }
  };
};

const play = async (seed: number, devices: number, act: (history: RandomHistory) => Promise<void>) => {
  const history = new RandomHistory(seed, devices);
  const look = watchPointers(history);
  await act(history);
  look();
  await history.settle();
  look();
  try {
    for (const device of history.devices) {
      expectEqualToFreshSnapshot(device, history.server);
      expect(device.changes()).toEqual([]);
    }
    expectSentOnce(history);
    if (devices === 1) expectReactions(history);
  } catch (cause) {
    throw new Error(`History ${seed} ends wrong.`, { cause });
  } finally {
    history.stop();
  }
};

const batches = (runs: number) => Array.from({ length: runs / BATCH }, (_, batch) => batch * BATCH + 1);

describe('a client of a random history', () => {
  it.each(batches(RUNS))(
    'ends with what a fresh snapshot shows, and everything done once, for seeds from %i on',
    async (firstSeed) => {
      for (let seed = firstSeed; seed < firstSeed + BATCH; seed += 1) {
        await play(seed, 1, (history) => history.run(40));
      }
    },
    60_000,
  );
});

describe('three devices, one of which sleeps', () => {
  it.each(batches(SLEEPS))(
    'end with the same, for seeds from %i on',
    async (firstSeed) => {
      for (let seed = firstSeed; seed < firstSeed + BATCH; seed += 1) {
        await play(seed, 3, async (history) => {
          const sleeper = history.devices[0]!;
          await history.run(15);
          sleeper.network.sleep();
          await history.run(30);
          sleeper.network.isAsleep = false;
          await history.run(15);
        });
      }
    },
    60_000,
  );
});
