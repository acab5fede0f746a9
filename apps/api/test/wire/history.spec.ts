import type { Room, RouteArguments, routes } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';

type Page = Omit<RouteArguments<typeof routes.messages>, 'roomId'>;

const LAST = 20;

describe('history', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
    room = await ada.creates('group', 'pages', grace);
    for (let i = 1; i <= LAST; i++) await (i % 2 ? ada : grace).says(room, `message ${i}`);
  });
  afterAll(() => server.stop());

  it.each<[string, Page, number[], boolean, boolean]>([
    ['the latest', { limit: 3 }, [18, 19, 20], true, false],
    ['all at once', {}, Array.from({ length: LAST }, (_, i) => i + 1), false, false],
    ['before the first', { before: 1 }, [], false, true],
    ['before nothing', { before: 0 }, [], false, true],
    ['before the second', { before: 2, limit: 5 }, [1], false, true],
    ['before one in the middle', { before: 10, limit: 3 }, [7, 8, 9], true, true],
    ['before what is yet to come', { before: 999, limit: 2 }, [19, 20], true, false],
    ['after nothing', { after: 0, limit: 3 }, [1, 2, 3], false, true],
    ['after one in the middle', { after: 10, limit: 2 }, [11, 12], true, true],
    ['after the last but one', { after: 19, limit: 5 }, [20], true, false],
    ['after the last', { after: 20 }, [], true, false],
    ['after what is yet to come', { after: 999 }, [], true, false],
    ['around the first', { around: 1, limit: 5 }, [1, 2, 3, 4, 5], false, true],
    ['around nothing', { around: 0, limit: 5 }, [1, 2, 3, 4, 5], false, true],
    ['around one in the middle', { around: 10, limit: 5 }, [8, 9, 10, 11, 12], true, true],
    ['around one, and it alone', { around: 10, limit: 1 }, [10], true, true],
    ['around the last', { around: 20, limit: 5 }, [16, 17, 18, 19, 20], true, false],
    ['around what is yet to come', { around: 999, limit: 2 }, [19, 20], true, false],
  ])('%s', async (_, page, seqs, hasBefore, hasAfter) => {
    const overRest = await ada.calls('messages', { roomId: room.id, ...page });
    const overSocket = await ada.asks('room:history', { roomId: room.id, ...(page as { limit?: number }) });

    expect(overRest.items.map(({ seq }) => seq)).toEqual(seqs);
    expect(overRest).toMatchObject({ hasBefore, hasAfter });
    expect(overSocket).toEqual(overRest);
  });

  it('brings the authors along, each once', async () => {
    const { users } = await ada.calls('messages', { roomId: room.id, limit: 2 });

    expect(users.map(({ id }) => id).sort()).toEqual([ada.id, grace.id].sort());
  });

  it('takes one anchor only', async () => {
    expect((await ada.get(`/rooms/${room.id}/messages?before=3&after=1`)).status).toBe(400);
    const ack = await ada.line.send('room:history', { roomId: room.id, before: 3, around: 1 });
    expect(ack).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
  });

  it('of an empty room is empty on both sides', async () => {
    const empty = await ada.creates('group', 'empty');

    for (const page of [{}, { before: 1 }, { after: 0 }, { around: 1 }]) {
      const { items, hasBefore, hasAfter } = await ada.calls('messages', { roomId: empty.id, ...page });
      expect({ items, hasBefore, hasAfter }).toEqual({ items: [], hasBefore: false, hasAfter: false });
    }
  });

  it('who joins a room may read all of it', async () => {
    const channel = await ada.creates('channel', 'open');
    await ada.says(channel, 'before you came');

    const joined = await grace.joins(channel);

    expect(joined.me).toMatchObject({ readSeq: 1, deliveredSeq: 1, unreadCount: 0 });
    expect((await grace.historyOf(channel)).map(({ body }) => body)).toEqual(['before you came']);
  });
});

describe('changes', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    room = await ada.creates('group', 'changes', grace);
    for (let i = 1; i <= 5; i++) await ada.says(room, `message ${i}`);
  });
  afterAll(() => server.stop());

  const since = (version: number, limit?: number) =>
    ada.asks('room:changes', { roomId: room.id, since: version, ...(limit && { limit }) });

  it('come oldest first, page by page, up to what the room is now', async () => {
    const first = await since(room.version, 2);
    const second = await since(first.version, 2);
    const third = await since(second.version, 2);

    expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
    const messages = [first, second, third].flatMap((page) => page.messages);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(third.version).toBe(third.room.version);
    expect(first.users.map(({ id }) => id)).toEqual([ada.id]);
  });

  it('are none for who is up to date, or ahead', async () => {
    const { version } = await ada.sees(room);

    for (const known of [version, version + 1_000]) {
      expect(await since(known)).toMatchObject({ messages: [], hasMore: false, version });
    }
  });

  it('are the same over REST', async () => {
    expect(await ada.calls('changes', { roomId: room.id, since: 3, limit: 2 })).toEqual(await since(3, 2));
  });

  it('every change of members, name or state takes the next version and is told with it', async () => {
    const { version } = await ada.sees(room);

    await ada.calls('addMembers', { roomId: room.id, userIds: [linus.id] });
    expect((await grace.isTold('member:joined', ({ roomId }) => roomId === room.id)).version).toBe(
      version + 1,
    );
    await linus.leaves(room);
    expect((await grace.isTold('member:left', ({ roomId }) => roomId === room.id)).version).toBe(version + 2);
    await ada.calls('updateRoom', { roomId: room.id, topic: 'news' });
    expect((await grace.isTold('room:updated', ({ topic }) => topic === 'news')).version).toBe(version + 3);
    const said = await ada.says(room, 'and then');

    expect(said.version).toBe(version + 4);
    const changes = await since(version);
    expect(changes).toMatchObject({ version: version + 4, hasMore: false, room: { topic: 'news' } });
    expect(changes.messages.map(({ body }) => body)).toEqual(['and then']);
  });
});
