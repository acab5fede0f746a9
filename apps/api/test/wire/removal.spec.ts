import { setTimeout as delay } from 'node:timers/promises';
import type { Message, Room } from '@parley/shared-types';
import { holdWriter } from '../hold-writer.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';
import { until } from '../until.js';

const SENDS_PER_SECOND = 50;

type Attempt = { message?: Message; code?: string; afterRemoval: boolean };

/** Sends at a steady rate and notes of each message whether it went off after the removal was acked. */
function sender(send: (body: string) => Promise<Message>) {
  const attempts: Promise<Attempt>[] = [];
  let isRemoved = false;
  let sending = true;
  const loop = (async () => {
    for (let i = 0; sending; i++) {
      const afterRemoval = isRemoved;
      attempts.push(
        send(`message ${i}`).then(
          (message) => ({ message, afterRemoval }),
          ({ code }: { code: string }) => ({ code, afterRemoval }),
        ),
      );
      await delay(1_000 / SENDS_PER_SECOND);
    }
  })();
  return {
    count: () => attempts.length,
    removed: () => (isRemoved = true),
    stop: async () => {
      sending = false;
      await loop;
      return Promise.all(attempts);
    },
  };
}

describe('R19 · removal is immediate', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'three', grace, linus);
  });
  afterAll(() => server.stop());

  const bySocket = (body: string) => grace.says(room, body);
  const byPost = (body: string) => grace.posts(room, body);
  const byAda = () => ada.removes(grace, room);
  const byHerself = () => grace.leaves(room);

  it.each([
    ['removed while sending over the socket', bySocket, byAda],
    ['removed while sending over REST', byPost, byAda],
    ['who leaves while sending', bySocket, byHerself],
  ])('of a member %s nothing is accepted and nothing reaches her afterwards', async (_, send, remove) => {
    const stream = sender(send);
    await until('twenty messages', () => stream.count() >= 20);

    await remove();
    stream.removed();
    // What was told before the removal may still be on its way: an answer on the same socket comes behind it.
    await grace.asks('presence:set', { status: 'online' });
    const told = grace.line.ears.messagesIn(room.id).length;
    const sentBefore = stream.count();
    await ada.says(room, 'she is gone');
    await until('twenty more attempts', () => stream.count() >= sentBefore + 20);
    const attempts = await stream.stop();

    const after = attempts.filter(({ afterRemoval }) => afterRemoval);
    expect(after.length).toBeGreaterThanOrEqual(19);
    expect(new Set(after.map(({ code }) => code))).toEqual(new Set(['not_found']));
    const acked = attempts.flatMap(({ message }) => message ?? []);
    const stored = (await ada.historyOf(room)).filter(({ senderId }) => senderId === grace.id);
    expect(stored.map(({ id }) => id).sort()).toEqual(acked.map(({ id }) => id).sort());

    await grace.says(await ada.opens(grace), `a mark ${room.id}`);
    await grace.hears(`a mark ${room.id}`);
    expect(grace.line.ears.messagesIn(room.id)).toHaveLength(told);
  });

  it('nothing of hers is stored behind her departure, even when both came in one commit', async () => {
    const release = holdWriter(server);
    const departure = grace.leaves(room);
    await grace.asks('room:history', { roomId: room.id });
    const sends = Promise.allSettled([1, 2, 3].map((i) => grace.says(room, `message ${i}`)));
    await grace.asks('room:history', { roomId: room.id });

    release();
    await Promise.all([departure, sends]);

    const { version } = await ada.isTold('member:left', ({ roomId }) => roomId === room.id);
    const stored = await ada.historyOf(room);
    expect(stored.filter((message) => message.version > version)).toEqual([]);
  });

  it('the others hear of it, she hears that the room is gone, and it is unknown to her', async () => {
    await ada.removes(grace, room);

    await grace.isTold('room:removed', ({ roomId }) => roomId === room.id);
    const left = await linus.isTold('member:left', ({ roomId }) => roomId === room.id);
    expect(left).toEqual({ roomId: room.id, userId: grace.id, version: room.version + 1 });
    expect((await linus.sees(room)).version).toBe(left.version);
    expect(await refusalOf(grace.sees(room))).toBe('not_found');
    expect(await refusalOf(grace.asks('typing:start', { roomId: room.id }))).toBe('not_found');
    expect(await refusalOf(grace.asks('room:changes', { roomId: room.id, since: 0 }))).toBe('not_found');
  });

  it('whoever comes back has all of it and may speak again', async () => {
    await ada.says(room, 'before');
    await ada.removes(grace, room);
    await ada.says(room, 'meanwhile');

    await ada.calls('addMembers', { roomId: room.id, userIds: [grace.id] });

    const again = await grace.isTold('room:created', ({ id, lastSeq }) => id === room.id && lastSeq === 2);
    expect(again.me).toMatchObject({ role: 'member', readSeq: 2, unreadCount: 0 });
    expect((await grace.historyOf(room)).map(({ body }) => body)).toEqual(['before', 'meanwhile']);
    await grace.says(room, 'back');
    await linus.hears('back');
  });
});
