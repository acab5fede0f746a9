import { MAX_EMOJI_PER_MESSAGE, type Message, type Room } from '@parley/shared-types';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

describe('reactions', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;
  let said: Message;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'reactions', grace);
    said = await ada.says(room, 'news');
  });
  afterAll(() => server.stop());

  const adds = (who: Person, emoji: string) => who.asks('reaction:add', { messageId: said.id, emoji });
  const removes = (who: Person, emoji: string) => who.asks('reaction:remove', { messageId: said.id, emoji });

  it('stand under a message in the order in which they came, with who gave them', async () => {
    await adds(grace, '👍');
    await adds(grace, '🎉');
    const reacted = await adds(ada, '👍');

    expect(reacted).toEqual({
      ...said,
      version: said.version + 3,
      reactions: [
        { emoji: '👍', userIds: [grace.id, ada.id] },
        { emoji: '🎉', userIds: [grace.id] },
      ],
    });
    expect(await grace.isTold('message:updated', ({ version }) => version === reacted.version)).toEqual(
      reacted,
    );
    expect(await grace.historyOf(room)).toEqual([reacted]);
  });

  it('are given and taken back over REST as well', async () => {
    const given = await ada.calls('addReaction', { messageId: said.id, emoji: '👩‍👩‍👧‍👦' });
    expect(given.reactions).toEqual([{ emoji: '👩‍👩‍👧‍👦', userIds: [ada.id] }]);

    const taken = await ada.calls('removeReaction', { messageId: said.id, emoji: '👩‍👩‍👧‍👦' });
    expect(taken).toEqual({ ...said, version: said.version + 2 });
  });

  it('taking one back leaves those of the others', async () => {
    await adds(ada, '👍');
    await adds(grace, '👍');

    expect((await removes(ada, '👍')).reactions).toEqual([{ emoji: '👍', userIds: [grace.id] }]);
  });

  it('one that is there already, or gone already, is no change', async () => {
    const once = await adds(ada, '👍');

    expect(await adds(ada, '👍')).toEqual(once);
    expect(await removes(grace, '👍')).toEqual(once);
    expect(await removes(ada, '🎉')).toEqual(once);
    expect((await ada.sees(room)).version).toBe(once.version);
  });

  it('are no message: nothing is unread by them', async () => {
    await grace.reads(room, said.seq);
    await adds(ada, '👍');

    expect((await grace.sees(room)).me).toMatchObject({ unreadCount: 0, mentionCount: 0 });
  });

  it('have bounds: so many different emoji under one message, and what is no emoji is none', async () => {
    const emoji = Array.from({ length: MAX_EMOJI_PER_MESSAGE + 1 }, (_, i) =>
      String.fromCodePoint(0x1f600 + i),
    );
    for (const one of emoji.slice(0, -1)) await adds(ada, one);

    expect(await refusalOf(adds(ada, emoji.at(-1)!))).toBe('conflict');
    expect(await refusalOf(adds(grace, emoji.at(-1)!))).toBe('conflict');
    await adds(grace, emoji[0]!);
    await removes(ada, emoji[1]!);
    expect((await adds(ada, emoji.at(-1)!)).reactions).toHaveLength(MAX_EMOJI_PER_MESSAGE);
    for (const none of ['x', '👍👍', '<b>', ''])
      expect(await refusalOf(adds(ada, none))).toBe('validation_failed');
  });

  it('fifty people at once are all heard, each with a version of their own', async () => {
    const guests = await crowd(server, 50);
    await ada.calls('addMembers', { roomId: room.id, userIds: guests.map(({ id }) => id) });
    const { version } = await ada.sees(room);

    const answers = await Promise.all(
      guests.map(({ token }, i) =>
        callRoute(server.url, token, 'addReaction', { messageId: said.id, emoji: i % 2 ? '👍' : '🎉' }),
      ),
    );

    const versions = answers.map((answer) => answer.version).sort((one, other) => one - other);
    expect(versions).toEqual(guests.map((_, i) => version + 1 + i));
    const [stored] = await ada.historyOf(room);
    const everyone = stored!.reactions.flatMap(({ userIds }) => userIds);
    expect([...everyone].sort()).toEqual(guests.map(({ id }) => id).sort());
    await grace.isTold('message:updated', (told) => told.version === version + 50);
    const told = grace.line.ears.of('message:updated').filter(({ id }) => id === said.id);
    expect(told.map((message) => message.version)).toEqual(versions);
    expect(told.at(-1)).toEqual(stored);
  });
});
