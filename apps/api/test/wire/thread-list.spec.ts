import type { Message, Room, Thread } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('the list of threads that I follow', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  afterAll(() => server.stop());

  const rootsOf = (threads: Thread[]) => threads.map(({ root }) => root.id);
  const listOf = (who: Person, query: { unread?: 'true'; limit?: number; cursor?: string } = {}) =>
    who.calls('threads', query);
  const mineIn = async (who: Person, room: Room) =>
    (await listOf(who)).items.filter(({ root }) => root.roomId === room.id);

  it('comes by the latest reply, over all rooms and as many pages as it takes', async () => {
    const rooms = [await ada.opens(grace), await ada.creates('group', 'one', grace)];
    const roots: Message[] = [];
    for (let i = 0; i < 6; i++) roots.push(await grace.says(rooms[i % 2]!, `question ${i}`));
    for (const i of [3, 0, 5, 1, 4, 2]) await ada.answers(roots[i]!, `answer to ${i}`);
    const last = await ada.answers(roots[5]!, 'and once more');

    const listed: Thread[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOf(ada, { limit: 2, ...(cursor && { cursor }) });
      expect(page.users.map(({ id }) => id).sort()).toEqual([ada.id, grace.id].sort());
      listed.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(rootsOf(listed)).toEqual([5, 2, 4, 1, 0, 3].map((i) => roots[i]!.id));
    expect(listed).toEqual((await listOf(ada)).items);
    expect(listed[0]).toMatchObject({
      root: { replyCount: 2 },
      lastReply: last,
      state: { isFollowed: true, readSeq: last.seq, lastSeq: last.seq, unreadCount: 0 },
    });
    expect(rootsOf((await listOf(grace)).items)).toEqual(rootsOf(listed));
  });

  it('holds only what is unread when asked for that', async () => {
    const room = await ada.creates('group', 'unread', grace);
    const [first, second] = [await ada.says(room, 'first'), await ada.says(room, 'second')];
    await grace.answers(first, 'yes');
    const reply = await grace.answers(second, 'no');
    const unread = async () =>
      (await listOf(ada, { unread: 'true' })).items.filter(({ root }) => root.roomId === room.id);

    expect((await unread()).map(({ state }) => state.unreadCount)).toEqual([1, 1]);
    await ada.asks('thread:read', { messageId: second.id, seq: reply.seq });
    expect(rootsOf(await unread())).toEqual([first.id]);
    expect(rootsOf(await mineIn(ada, room))).toEqual([second.id, first.id]);
  });

  it('holds a thread that I chose before anybody replied', async () => {
    const room = await ada.creates('group', 'early', grace);
    const root = await ada.says(room, 'anyone?');

    await grace.calls('followThread', { messageId: root.id });

    expect(await mineIn(grace, room)).toMatchObject([
      { root: { id: root.id }, lastReply: null, state: { lastSeq: 0, unreadCount: 0 } },
    ]);
  });

  it('loses what I stopped following, and keeps a thread whose first message was deleted', async () => {
    const room = await ada.creates('group', 'kept', grace);
    const [first, second] = [await ada.says(room, 'first'), await ada.says(room, 'second')];
    for (const root of [first, second]) await grace.answers(root, 'yes');

    await grace.calls('unfollowThread', { messageId: first.id });
    await ada.asks('message:delete', { messageId: second.id });

    expect(await mineIn(grace, room)).toMatchObject([
      { root: { id: second.id, body: '', replyCount: 1 }, lastReply: { body: 'yes' } },
    ]);
  });

  it.each([
    ['left', (room: Room) => grace.leaves(room)],
    ['was removed', (room: Room) => ada.removes(grace, room)],
  ])('holds nothing of a room that I %s, also when I come back', async (_, goes) => {
    const room = await ada.creates('group', 'gone', grace, linus);
    const root = await ada.says(room, 'question');
    await grace.answers(root, 'yes');

    await goes(room);

    expect(await mineIn(grace, room)).toEqual([]);
    expect(await refusalOf(grace.calls('thread', { messageId: root.id }))).toBe('not_found');
    expect(await refusalOf(grace.calls('followThread', { messageId: root.id }))).toBe('not_found');
    await ada.calls('addMembers', { roomId: room.id, userIds: [grace.id] });
    expect(await mineIn(grace, room)).toEqual([]);
    await linus.answers(root, 'no');
    expect((await grace.calls('thread', { messageId: root.id })).state).toMatchObject({ isFollowed: false });
  });

  it('a thread of an archived room can be read and left, but not written to', async () => {
    const room = await ada.creates('group', 'archived', grace);
    const root = await ada.says(room, 'question');
    const reply = await grace.answers(root, 'yes');
    await ada.calls('archiveRoom', { roomId: room.id });

    expect(await refusalOf(ada.answers(root, 'x'))).toBe('forbidden');
    const read = await ada.asks('thread:read', { messageId: root.id, seq: reply.seq });
    expect(read.unreadCount).toBe(0);
    await ada.calls('unfollowThread', { messageId: root.id });
    expect(await mineIn(ada, room)).toEqual([]);
  });

  it('a cursor that is none is refused', async () => {
    expect(await refusalOf(listOf(ada, { cursor: 'x' }))).toBe('validation_failed');
  });
});
