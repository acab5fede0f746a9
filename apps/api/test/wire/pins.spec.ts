import { randomUUID } from 'node:crypto';
import { MAX_PINS_PER_ROOM, type Message, type Room } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('pins', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'pins', grace);
  });
  afterAll(() => server.stop());

  const pins = (who: Person, { id }: Message) => who.asks('message:pin', { messageId: id });
  const unpins = (who: Person, { id }: Message) => who.asks('message:unpin', { messageId: id });
  const pinnedIn = async () => (await grace.calls('pins', { roomId: room.id })).items;

  it('any member pins and unpins, and everyone is told', async () => {
    const said = await ada.says(room, 'the plan');

    const pinned = await pins(grace, said);
    expect(pinned).toEqual({ ...said, version: said.version + 1, pinnedAt: pinned.pinnedAt });
    expect(pinned.pinnedAt).not.toBeNull();
    expect(await ada.isTold('message:updated', ({ id }) => id === said.id)).toEqual(pinned);
    expect(await pinnedIn()).toEqual([pinned]);

    const unpinned = await ada.calls('unpinMessage', { messageId: said.id });
    expect(unpinned).toEqual({ ...said, version: said.version + 2 });
    expect(await pinnedIn()).toEqual([]);
  });

  it('are listed with the latest pin first, with what they quote and who is in them', async () => {
    const first = await ada.says(room, 'first, for @grace');
    const reply = await grace.asks('message:send', {
      roomId: room.id,
      clientId: randomUUID(),
      body: 'second',
      replyToId: first.id,
    });
    const parent = await pins(ada, first);
    await pins(ada, reply);

    const list = await grace.calls('pins', { roomId: room.id });

    expect(list.items.map(({ body }) => body)).toEqual(['second', 'first, for @grace']);
    expect(list.quoted).toEqual([parent]);
    expect(list.users.map(({ id }) => id).sort()).toEqual([ada.id, grace.id].sort());
  });

  it('pinned already, or not pinned, is no change', async () => {
    const said = await ada.says(room, 'the plan');

    expect(await unpins(ada, said)).toEqual(said);
    const pinned = await pins(ada, said);
    expect(await pins(grace, said)).toEqual(pinned);
    expect((await ada.sees(room)).version).toBe(pinned.version);
  });

  it('a room has a bounded number of them, however many are asked for at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: MAX_PINS_PER_ROOM + 5 }, (_, i) => ada.says(room, `plan ${i}`)),
    );

    const outcomes = await Promise.allSettled(sent.map((said) => pins(ada, said)));

    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    const pinned = await pinnedIn();
    expect(pinned).toHaveLength(MAX_PINS_PER_ROOM);
    const left = sent.filter(({ id }) => !pinned.some((one) => one.id === id));
    expect(await refusalOf(pins(ada, left[0]!))).toBe('conflict');
    await unpins(ada, pinned[0]!);
    await pins(ada, left[0]!);
    await ada.asks('message:delete', { messageId: pinned[1]!.id });
    await pins(ada, left[1]!);
    expect(await pinnedIn()).toHaveLength(MAX_PINS_PER_ROOM);
  });
});
