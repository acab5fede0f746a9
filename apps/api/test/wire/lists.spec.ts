import type { RouteArguments, RouteName, routes } from '@parley/shared-types';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('lists and their pages', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  type List = Extract<RouteName, 'rooms' | 'discoverRooms' | 'findUsers' | 'members'>;
  type Page = { items: unknown[]; nextCursor: string | null };

  /** The whole list, three items at a time. */
  const allOf = async (list: List, given: object): Promise<unknown[]> => {
    const all: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = { ...given, limit: 3, ...(cursor && { cursor }) };
      const answer = (await ada.calls(list, page as RouteArguments<(typeof routes)[List]>)) as Page;
      expect(answer.items.length).toBeLessThanOrEqual(3);
      all.push(...answer.items);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor);
    return all;
  };

  it('rooms come by activity, each once, over as many pages as it takes', async () => {
    const rooms = [];
    for (let i = 0; i < 8; i++) rooms.push(await ada.creates('group', `room ${i}`, grace));
    await grace.says(rooms[2]!, 'woken up');

    const listed = await allOf('rooms', {});

    expect(listed).toEqual((await ada.calls('rooms', {})).items);
    expect(listed[0]).toMatchObject({ id: rooms[2]!.id, me: { unreadCount: 1 } });
    expect(new Set(listed.map((room) => (room as { id: string }).id)).size).toBe(9);
  });

  it('channels come by name, those of one name too', async () => {
    for (const name of ['b', 'a', 'b', 'b', 'B', 'b', 'c', '%', '_'])
      await ada.creates('channel', `ch ${name}`);

    const listed = (await allOf('discoverRooms', { query: 'ch ' })) as { id: string; name: string }[];

    expect(new Set(listed.map(({ id }) => id)).size).toBe(9);
    const names = listed.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect((await allOf('discoverRooms', { query: '%' })) as object[]).toMatchObject([{ name: 'ch %' }]);
    expect((await allOf('discoverRooms', { query: '_' })) as object[]).toMatchObject([{ name: 'ch _' }]);
  });

  it('people come by name, and members by when they came here', async () => {
    const guests = await crowd(server, 7);
    const group = await ada.creates('group', 'many');
    await ada.calls('addMembers', { roomId: group.id, userIds: guests.map(({ id }) => id) });

    const found = (await allOf('findUsers', { query: 'LINUS-' })) as { username: string }[];
    const members = (await allOf('members', { roomId: group.id })) as { user: { id: string } }[];

    expect(found.map(({ username }) => username)).toEqual([1, 2, 3, 4, 5, 6, 7].map((i) => `linus-${i}`));
    expect(members.map(({ user }) => user.id).sort()).toEqual([ada.id, ...guests.map(({ id }) => id)].sort());
  });

  it('people are found by display name and by their ids', async () => {
    await grace.calls('updateMe', { displayName: 'Rear Admiral' });

    expect((await ada.calls('findUsers', { query: 'admiral' })).items).toMatchObject([{ id: grace.id }]);
    const ids = [grace.id, ada.id, '0190aaaa-0000-7000-8000-000000000000'].join(',');
    const { items } = await ada.calls('findUsers', { ids });
    expect(items.map(({ id }) => id)).toEqual([grace.id, ada.id]);
  });

  it('a cursor that is none, or of another list, is refused', async () => {
    const foreign = Buffer.from('[1]').toString('base64url');
    for (const cursor of ['x', '%', 'W10', foreign, Buffer.from('{"a":1}').toString('base64url')]) {
      expect(await refusalOf(ada.calls('rooms', { cursor }))).toBe('validation_failed');
      expect(await refusalOf(ada.calls('findUsers', { cursor }))).toBe('validation_failed');
      expect(await refusalOf(ada.calls('discoverRooms', { cursor }))).toBe('validation_failed');
    }
  });
});
