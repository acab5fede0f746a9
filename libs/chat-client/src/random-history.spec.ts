import { jest } from '@jest/globals';
import type { Room } from '@parley/shared-types';
import { RandomHistory } from './testing/history.js';
import { ada } from './testing/people.js';

const RUNS = 1_000;
const BATCH = 50;

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 2, 1) }));
afterEach(() => jest.useRealTimers());

const inOrder = ({ receipts, members, ...room }: Room) => ({
  ...room,
  members: members.map(({ id }) => id).sort(),
  receipts: [...receipts].sort((a, b) => a.userId.localeCompare(b.userId)),
});

const expectEqualToFreshSnapshot = ({ chat, server }: RandomHistory) => {
  const fresh = [...server.rooms.values()].filter((room) => room.members.has(ada.id));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const views = fresh.map((room) => inOrder(room.view(ada.id)));
  expect([...chat.rooms()].map(inOrder).sort(byId)).toEqual(views.sort(byId));

  for (const room of server.rooms.values()) {
    const window = chat.timeline(room.id);
    if (!window) continue;
    expect(fresh).toContain(room);
    const first = window.messages[0]?.seq ?? 1;
    const last = window.messages.at(-1)?.seq ?? 0;
    expect(window).toEqual({
      roomId: room.id,
      messages: room.messages.slice(first - 1, last),
      hasBefore: first > 1,
      hasAfter: last < room.lastSeq,
      version: room.version,
    });
  }
};

/** A refused one may be stored all the same: its ack was lost, and ada had left when it was sent again. */
const expectSentOnce = ({ chat, server, written }: RandomHistory) => {
  for (const [roomId, clientIds] of written) {
    const unsent = chat.unsent(roomId);
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

/** Pointers of every member of every room, seen after every step. */
const watchPointers = ({ chat }: RandomHistory) => {
  const seen = new Map<string, number>();
  return () => {
    for (const room of chat.rooms()) {
      const readSeq = room.me?.readSeq ?? 0;
      expect(readSeq).toBeGreaterThanOrEqual(seen.get(room.id) ?? 0);
      seen.set(room.id, readSeq);
    }
  };
};

describe('a client of a random history', () => {
  it.each(Array.from({ length: RUNS / BATCH }, (_, batch) => batch * BATCH + 1))(
    'ends with what a fresh snapshot shows, and everything sent once, for seeds from %i on',
    async (firstSeed) => {
      for (let seed = firstSeed; seed < firstSeed + BATCH; seed += 1) {
        const history = new RandomHistory(seed);
        const look = watchPointers(history);
        await history.run(40);
        look();
        await history.settle();
        look();
        try {
          expectEqualToFreshSnapshot(history);
          expectSentOnce(history);
        } catch (cause) {
          throw new Error(`History ${seed} ends wrong.`, { cause });
        } finally {
          history.chat.stop();
        }
      }
    },
    60_000,
  );
});
