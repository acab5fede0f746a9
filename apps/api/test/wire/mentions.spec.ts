import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { crowd, people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

describe('mentions', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'mentions', grace);
  });
  afterAll(() => server.stop());

  const mentionCountOf = async (who: Person) => (await who.sees(room)).me!.mentionCount;

  it.each([
    ['by name', 'look, @grace'],
    ['whatever the case', 'look, @GRACE'],
    ['in full width', 'look, @ｇｒａｃｅ'],
    ['at the end of a sentence', 'Is that you, @grace?'],
    ['with a dot behind the name', 'Ask @grace.'],
    ['in bold', 'look, **@grace**'],
    ['twice, but once', '@grace @grace'],
  ])('a member is mentioned %s', async (_, body) => {
    const said = await ada.says(room, body);

    expect(said).toMatchObject({ body, mentions: [grace.id], mentionsAll: null });
    expect(await grace.hears(body)).toEqual(said);
    expect((await grace.historyOf(room)).at(-1)).toEqual(said);
    expect(await mentionCountOf(grace)).toBe(1);
  });

  it('those who are mentioned are brought along with a page, and with what it quotes', async () => {
    const { id } = await ada.says(room, 'look, @grace');
    const pageUsers = async () =>
      (await ada.calls('messages', { roomId: room.id, limit: 1 })).users.map((user) => user.id).sort();

    expect(await pageUsers()).toEqual([ada.id, grace.id].sort());
    await ada.asks('message:send', { roomId: room.id, clientId: randomUUID(), body: 'see?', replyToId: id });
    expect(await pageUsers()).toEqual([ada.id, grace.id].sort());
  });

  it.each([
    ['in code', 'run `@grace`'],
    ['in a block of code', '```\n@grace\n```'],
    ['in an e-mail address', 'write to me@grace.example'],
    ['by the beginning of a name', '@grac'],
    ['without the sign', 'grace'],
  ])('nobody is mentioned %s', async (_, body) => {
    expect(await ada.says(room, body)).toMatchObject({ mentions: [], mentionsAll: null });
    expect(await mentionCountOf(grace)).toBe(0);
  });

  it('a name with a dot in it is that name, and not the shorter one', async () => {
    const dotted = await signIn(server, 'grace.h');
    await ada.calls('addMembers', { roomId: room.id, userIds: [dotted.id] });

    expect((await ada.says(room, 'Hello @grace.h.')).mentions).toEqual([dotted.id]);
    expect((await ada.says(room, 'Hello @grace.x')).mentions).toEqual([grace.id]);
  });

  it('those who are not in the room are not mentioned', async () => {
    expect((await ada.says(room, '@linus @nobody')).mentions).toEqual([]);

    await ada.calls('addMembers', { roomId: room.id, userIds: [linus.id] });
    expect((await ada.says(room, '@linus @nobody')).mentions).toEqual([linus.id]);
  });

  it('@room counts for every member, @here for those who are here', async () => {
    await ada.calls('addMembers', { roomId: room.id, userIds: [linus.id] });
    const [away] = await crowd(server, 1);
    await ada.calls('addMembers', { roomId: room.id, userIds: [away!.id] });
    const mentionsOfAway = async () =>
      (await callRoute(server.url, away!.token, 'room', { roomId: room.id })).me!.mentionCount;

    expect(await ada.says(room, '@here')).toMatchObject({ mentions: [], mentionsAll: 'here' });
    expect([await mentionCountOf(linus), await mentionsOfAway()]).toEqual([1, 0]);
    expect(await ada.says(room, 'now @room')).toMatchObject({ mentions: [], mentionsAll: 'room' });
    expect([await mentionCountOf(linus), await mentionsOfAway()]).toEqual([2, 1]);
  });

  it('a message mentions somebody once, however often it calls them', async () => {
    const said = await ada.says(room, '@room @grace @here');

    expect(said).toMatchObject({ mentions: [grace.id], mentionsAll: 'room' });
    expect(await mentionCountOf(grace)).toBe(1);
  });

  it('nobody is mentioned by themselves, though the message says so', async () => {
    expect((await grace.says(room, '@grace')).mentions).toEqual([grace.id]);
    await grace.says(room, '@room');
    await grace.says(room, '@here');
    await grace.asks('room:unread', { roomId: room.id, seq: 1 });

    expect(await mentionCountOf(grace)).toBe(0);
    expect(await mentionCountOf(ada)).toBe(2);
  });

  it('only the unread count, in the list of rooms as well', async () => {
    const [first] = [await ada.says(room, '@grace'), await ada.says(room, '@grace again')];
    const inList = async () => {
      const { items } = await grace.calls('rooms', {});
      return items.find(({ id }) => id === room.id)!.me!.mentionCount;
    };

    expect(await inList()).toBe(2);
    await grace.reads(room, first.seq);
    expect([await inList(), await mentionCountOf(grace)]).toEqual([1, 1]);
  });

  it('an edit mentions whom it names, and no longer whom it names no more', async () => {
    await ada.calls('addMembers', { roomId: room.id, userIds: [linus.id] });
    const said = await ada.says(room, 'look, @grace');

    const edited = await ada.asks('message:edit', { messageId: said.id, body: 'look, @linus @here' });

    expect(edited).toMatchObject({ mentions: [linus.id], mentionsAll: 'here' });
    expect([await mentionCountOf(grace), await mentionCountOf(linus)]).toEqual([1, 1]);
    await ada.asks('message:edit', { messageId: said.id, body: 'look, @linus' });
    expect([await mentionCountOf(grace), await mentionCountOf(linus)]).toEqual([0, 1]);
  });

  it('a deleted message mentions nobody, also when it was edited and reacted to at the same time', async () => {
    const said = await ada.says(room, '@grace');
    const kept = await ada.says(room, '@grace');

    await Promise.all([
      ada.asks('message:edit', { messageId: said.id, body: '@grace @room' }),
      ada.asks('message:edit', { messageId: kept.id, body: '@grace!' }),
      grace.asks('reaction:add', { messageId: kept.id, emoji: '👍' }),
      ada.asks('message:delete', { messageId: said.id }),
    ]);

    const [deleted, edited] = await ada.historyOf(room);
    expect(deleted).toMatchObject({ mentions: [], mentionsAll: null });
    expect(edited).toMatchObject({ mentions: [grace.id] });
    expect(await mentionCountOf(grace)).toBe(1);
  });

  it('what mentions somebody is not overtaken by what is sent after it', async () => {
    const bodies = Array.from({ length: 30 }, (_, i) => `${i}${i % 3 ? '' : ' @grace @here'}`);

    await Promise.all(bodies.map((body) => ada.says(room, body)));

    expect((await ada.historyOf(room)).map(({ body }) => body)).toEqual(bodies);
    expect(await mentionCountOf(grace)).toBe(10);
  });

  it('a text that calls thousands is stored, and calls a bounded number', async () => {
    const body = Array.from({ length: 900 }, (_, i) => `@a.b.c-${i}`)
      .join(' ')
      .slice(0, 8_000);

    expect((await ada.says(room, body, randomUUID())).mentions).toEqual([]);
  });
});
