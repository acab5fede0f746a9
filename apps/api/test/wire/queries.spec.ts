import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { Indexer } from '../../src/features/search/indexer.js';
import { ENGINE_OF_RUN } from '../services-of-run.js';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { flawsOf, isFrame, queriesOf } from '../queries.js';
import { Server } from '../server.js';
import { uploadsTexts } from '../uploading.js';

/** MariaDB cannot answer an update with its rows: it is asked for them. */
const ASKED_AFTERWARDS = ENGINE_OF_RUN === 'mysql' ? 1 : 0;

/** Where others write too, what is changed is read again once nobody else can. */
const READ_AGAIN = ENGINE_OF_RUN === 'sqlite' ? 0 : 1;

describe('what is asked of the database', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    // Among several nodes what is known is kept for seconds only: a slow run would ask again.
    server = await Server.start({ REDIS_URL: '' });
    ({ ada, grace } = await people(server));
    room = await ada.creates('group', 'queries', grace);
    for (let i = 0; i < 30; i++) await ada.says(room, `message ${i}`);
    // It follows at a distance, in its own time: what it asks is nobody's share.
    await server.api.app.get(Indexer).stop();
    // The last news of who came, for the same reason.
    await grace.asks('presence:set', { status: 'dnd' });
    await ada.isTold('presence:updated', ({ users }) => users.some(({ status }) => status === 'dnd'));
  });
  afterAll(() => server.stop());

  const during = (work: () => Promise<unknown>) => queriesOf([server.writer, server.reader], work);
  const countOf = async (work: () => Promise<unknown>) => (await during(work)).length;
  const sends = (count: number) => () =>
    Promise.all(Array.from({ length: count }, (_, i) => ada.says(room, `together ${i}`)));

  it('a send is no query beyond its share of the batch, however many are in it', async () => {
    const one = await during(sends(1));
    const many = await during(sends(40));

    const perBatch = 4 + ASKED_AFTERWARDS;
    const batches = many.filter(({ sql }) => sql.startsWith('COMMIT')).length;
    expect(one.filter((query) => !isFrame(query))).toHaveLength(perBatch);
    expect(batches).toBeLessThanOrEqual(2);
    expect(many.filter((query) => !isFrame(query)).length).toBeLessThanOrEqual(batches * perBatch);
  });

  it('replies, mentions and threads add a bounded number of queries to a batch', async () => {
    const thread = await ada.creates('group', 'thread', grace);
    const { id } = await ada.says(thread, 'parent');
    const target = { replyToId: id, threadRootId: id };
    const answers = (count: number) => () =>
      Promise.all(
        Array.from({ length: count }, (_, i) => {
          const draft = { roomId: thread.id, clientId: randomUUID(), body: `@grace ${i}`, ...target };
          return ada.asks('message:send', draft);
        }),
      );

    await answers(1)();
    const one = await during(answers(1));
    const many = await during(answers(40));

    const batches = many.filter(({ sql }) => sql.startsWith('COMMIT')).length;
    const perBatch = one.filter((query) => !isFrame(query)).length;
    expect(perBatch).toBeLessThanOrEqual(10 + ASKED_AFTERWARDS);
    expect(many.filter((query) => !isFrame(query)).length).toBeLessThanOrEqual(batches * perBatch);
    const page = (limit: number) => countOf(() => ada.calls('messages', { roomId: thread.id, limit }));
    await page(1);
    expect([await page(1), await page(40)]).toEqual([3, 3]);
  });

  it('files add two queries to a batch, and none to a page', async () => {
    const group = await ada.creates('group', 'files', grace);
    const send = (file: { id: string }) =>
      ada.asks('message:send', {
        roomId: group.id,
        clientId: randomUUID(),
        body: '',
        attachmentIds: [file.id],
      });
    const files = await uploadsTexts(ada, 21);

    await ada.says(group, 'before');
    const one = await during(() => send(files[0]!));
    const many = await during(() => Promise.all(files.slice(1).map(send)));

    const batches = many.filter(({ sql }) => sql.startsWith('COMMIT')).length;
    const perBatch = 6 + ASKED_AFTERWARDS;
    expect(one.filter((query) => !isFrame(query))).toHaveLength(perBatch);
    expect(many.filter((query) => !isFrame(query)).length).toBeLessThanOrEqual(batches * perBatch);
    const page = (limit: number) => countOf(() => ada.calls('messages', { roomId: group.id, limit }));
    await page(1);
    expect([await page(1), await page(21)]).toEqual([2, 2]);
  });

  it('forty changes at once are a bounded number of queries', async () => {
    const changing = await ada.creates('group', 'changing', grace);
    const messages = await Promise.all(Array.from({ length: 40 }, (_, i) => ada.says(changing, `${i}`)));
    const changes = (count: number) => () =>
      Promise.all(
        messages
          .slice(0, count)
          .map(({ id }, i) =>
            i % 2
              ? ada.asks('message:edit', { messageId: id, body: `edited for @grace ${randomUUID()}` })
              : ada.asks('message:pin', { messageId: id }),
          ),
      );

    const many = await during(changes(40));

    const batches = many.filter(({ sql }) => sql.startsWith('COMMIT')).length;
    expect(batches).toBeLessThanOrEqual(5);
    expect(many.filter((query) => !isFrame(query)).length).toBeLessThanOrEqual(
      batches * (7 + ASKED_AFTERWARDS + READ_AGAIN),
    );
  });

  it('a page of rooms is the same number of queries for one room and for fifty, mentions included', async () => {
    await ada.says(room, 'look, @grace');
    const few = await countOf(() => grace.calls('rooms', { limit: 1 }));
    for (let i = 0; i < 50; i++) {
      const group = await ada.creates('group', `room ${i}`, grace);
      await ada.says(group, 'look, @grace');
      await ada.says(group, 'and @room');
    }
    await grace.calls('rooms', {});

    expect(await countOf(() => grace.calls('rooms', {}))).toBe(few);
    const { items } = await grace.calls('rooms', { limit: 50 });
    expect(items.every(({ me }) => me!.mentionCount === 2)).toBe(true);
  });

  it('a page of history is the same number of queries at any size and place', async () => {
    const page = (given: object) => countOf(() => ada.calls('messages', { roomId: room.id, ...given }));
    await page({ limit: 1 });
    const first = await page({ limit: 1 });

    expect(first).toBeLessThanOrEqual(2);
    for (const given of [{ limit: 49 }, { before: 20 }, { after: 3 }, { around: 10 }]) {
      expect(await page(given)).toBe(first);
    }
  });

  it('the last page of a room is read once as long as nothing becomes of its messages', async () => {
    const page = (given: object = {}) => countOf(() => ada.calls('messages', { roomId: room.id, ...given }));
    const first = await page({ limit: 49 });

    await page();
    expect(await page()).toBe(first - 1);

    const { id: messageId } = await ada.says(room, 'the last');
    expect(await page()).toBe(first);
    expect(await page()).toBe(first - 1);
    await ada.asks('message:edit', { messageId, body: 'edited' });
    const { items } = await ada.calls('messages', { roomId: room.id });
    expect(items.at(-1)).toMatchObject({ id: messageId, body: 'edited' });
    await grace.asks('reaction:add', { messageId, emoji: '👍' });
    expect((await grace.calls('messages', { roomId: room.id })).items.at(-1)!.reactions).toHaveLength(1);
    await ada.asks('message:delete', { messageId });
    expect((await ada.calls('messages', { roomId: room.id })).items.at(-1)).toMatchObject({ body: '' });
  });

  it('a page of changes and of people is the same number of queries at any size', async () => {
    await crowd(server, 20);
    const changes = (limit: number) =>
      countOf(() => ada.calls('changes', { roomId: room.id, since: 0, limit }));
    const found = (limit: number) => countOf(() => ada.calls('findUsers', { limit }));

    await changes(30);
    await found(50);
    expect(await changes(30)).toBe(await changes(1));
    expect(await found(50)).toBe(await found(1));
  });

  it('a page of a thread and of threads is the same number of queries at any size', async () => {
    const roots = await Promise.all([1, 2, 3].map((i) => ada.says(room, `question ${i}`)));
    for (const root of roots) for (let i = 0; i < 4; i++) await grace.answers(root, `answer ${i}`);
    const thread = (given: object) =>
      countOf(() => ada.calls('thread', { messageId: roots[0]!.id, ...given }));
    const threads = (limit: number) => countOf(() => ada.calls('threads', { limit }));

    const one = await thread({ limit: 1 });
    expect(one).toBeLessThanOrEqual(5);
    for (const given of [{}, { after: 3 }, { before: 100, limit: 2 }]) expect(await thread(given)).toBe(one);
    expect(await threads(3)).toBe(await threads(1));
    expect(await threads(1)).toBeLessThanOrEqual(4);
  });

  it('reading is one query more for what is left of the mentions, however many read at once', async () => {
    const reads = (count: number, seq: number) => () =>
      Promise.all(Array.from({ length: count }, () => grace.asks('room:unread', { roomId: room.id, seq })));

    await reads(1, 12)();
    const one = await during(reads(1, 9));
    const many = await during(reads(30, 5));

    expect(one.filter((query) => !isFrame(query))).toHaveLength(3);
    expect(many.filter((query) => !isFrame(query)).length).toBeLessThanOrEqual(6);
  });

  it('a heard message, typing and a check of a session are no query at all', async () => {
    await ada.asks('typing:start', { roomId: room.id });

    const asked = await during(async () => {
      await ada.asks('typing:start', { roomId: room.id });
      await ada.calls('me', {});
    });

    expect(asked).toEqual([]);
  });

  it('no hot query reads a table from end to end or sorts what it found', async () => {
    const channel = await ada.creates('channel', 'plans', grace);
    const hot = await during(async () => {
      await ada.says(channel, 'hot');
      await ada.says(channel, 'hotter');
      for (const page of [{}, { before: 5 }, { after: 1 }, { around: 3 }]) {
        await ada.calls('messages', { roomId: room.id, ...page });
      }
      await ada.calls('changes', { roomId: room.id, since: 2, limit: 5 });
      const { id } = await ada.says(room, 'hot, @grace');
      const target = { replyToId: id, threadRootId: id };
      await grace.calls('postMessage', {
        roomId: room.id,
        clientId: randomUUID(),
        body: 'hotter',
        ...target,
      });
      await ada.asks('reaction:add', { messageId: id, emoji: '👍' });
      await ada.asks('message:edit', { messageId: id, body: 'less hot, @grace' });
      await ada.asks('message:pin', { messageId: id });
      await ada.calls('pins', { roomId: room.id });
      await ada.asks('message:delete', { messageId: id });
      await grace.reads(room, 5);
      await grace.asks('room:unread', { roomId: room.id, seq: 3 });
      const root = await grace.says(channel, 'a question');
      await ada.answers(root, 'an answer');
      await ada.calls('thread', { messageId: root.id });
      await grace.asks('thread:read', { messageId: root.id, seq: root.seq + 1 });
      await grace.asks('room:delivered', { roomId: room.id, seq: 7 });
      await grace.joins(channel);
      await grace.sees(room);
      await grace.calls('members', { roomId: room.id });
      grace.line.socket.disconnect();
      await grace.line.connect();
    });

    const statements = [...new Map(hot.map((query) => [query.sql, query])).values()].filter(
      (query) => !isFrame(query),
    );
    expect(statements.length).toBeGreaterThan(10);
    for (const query of statements) {
      const flaws = await flawsOf(server.writer, query);
      expect({ sql: query.sql, flaws }).toEqual({ sql: query.sql, flaws: { scans: [], sorts: [] } });
    }
  });

  it('the lists of my rooms and threads cost what is mine, not what there is', async () => {
    const asked = await during(async () => {
      await grace.calls('rooms', { limit: 5 });
      await grace.calls('threads', { limit: 5, unread: 'true' });
    });

    expect(asked.length).toBeGreaterThan(2);
    for (const query of asked) {
      const { scans } = await flawsOf(server.reader, query);
      expect({ sql: query.sql, scans }).toEqual({ sql: query.sql, scans: [] });
    }
  });
});
