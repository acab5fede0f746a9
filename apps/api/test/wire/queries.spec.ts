import type { Room } from '@parley/shared-types';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { planOf, queriesOf, type Query } from '../queries.js';
import { Server } from '../server.js';

/** What begins and ends a transaction, and what sets one job of it apart. */
const isFrame = ({ sql }: Query) => /^(BEGIN|COMMIT|SAVEPOINT|RELEASE)/.test(sql);

/** Rows that were given as parameters are no table. */
const isScan = (step: string) => /^SCAN (?!given|CONSTANT|\d+ CONSTANT)/.test(step);
const isSort = (step: string) => step.includes('TEMP B-TREE');

describe('what is asked of the database', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
    room = await ada.creates('group', 'queries', grace);
    for (let i = 0; i < 30; i++) await ada.says(room, `message ${i}`);
  });
  afterAll(() => server.stop());

  const during = (work: () => Promise<unknown>) => queriesOf([server.writer, server.reader], work);
  const countOf = async (work: () => Promise<unknown>) => (await during(work)).length;
  const sends = (count: number) => () =>
    Promise.all(Array.from({ length: count }, (_, i) => ada.says(room, `together ${i}`)));

  it('a send is no query beyond its share of the batch, however many are in it', async () => {
    const one = await during(sends(1));
    const many = await during(sends(40));

    expect(one.filter((query) => !isFrame(query))).toHaveLength(4);
    expect(many.filter((query) => !isFrame(query)).length).toBeLessThanOrEqual(8);
    expect(many.filter(({ sql }) => sql.startsWith('COMMIT')).length).toBeLessThanOrEqual(2);
  });

  it('a page of rooms is the same number of queries for one room and for fifty', async () => {
    const few = await countOf(() => grace.calls('rooms', { limit: 1 }));
    for (let i = 0; i < 50; i++) await ada.creates('group', `room ${i}`, grace);
    await grace.calls('rooms', {});

    expect(await countOf(() => grace.calls('rooms', {}))).toBe(few);
  });

  it('a page of history is the same number of queries at any size and place', async () => {
    const page = (given: object) => countOf(() => ada.calls('messages', { roomId: room.id, ...given }));
    const first = await page({ limit: 1 });

    expect(first).toBeLessThanOrEqual(2);
    for (const given of [{ limit: 50 }, { before: 20 }, { after: 3 }, { around: 10 }]) {
      expect(await page(given)).toBe(first);
    }
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
      await grace.reads(room, 5);
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
      const bad = (await planOf(server.writer, query)).filter((step) => isScan(step) || isSort(step));
      expect({ sql: query.sql, bad }).toEqual({ sql: query.sql, bad: [] });
    }
  });

  it('the list of my rooms costs what my rooms are, not what there is', async () => {
    const asked = await during(() => grace.calls('rooms', { limit: 5 }));

    expect(asked.length).toBeGreaterThan(2);
    for (const query of asked) {
      const bad = (await planOf(server.reader, query)).filter(isScan);
      expect({ sql: query.sql, bad }).toEqual({ sql: query.sql, bad: [] });
    }
  });
});
