import { randomUUID } from 'node:crypto';
import type { Message, Room, ThreadState } from '@parley/shared-types';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('threads', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;
  let root: Message;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'threads', grace, linus);
    root = await ada.says(room, 'who takes minutes?');
  });
  afterAll(() => server.stop());

  const pageOf = (who: Person, page: { before?: number; after?: number; limit?: number } = {}) =>
    who.calls('thread', { messageId: root.id, ...page });
  const stateOf = async (who: Person): Promise<ThreadState> => (await pageOf(who)).state;
  const reads = (who: Person, seq: number) => who.asks('thread:read', { messageId: root.id, seq });
  const seqsOf = ({ items }: { items: Message[] }) => items.map(({ seq }) => seq);

  describe('a page', () => {
    it('holds the first message, the latest replies and all that they refer to', async () => {
      const first = await grace.answers(root, 'not me');
      await linus.says(room, 'not of the thread');
      const second = await linus.asks('message:send', {
        roomId: room.id,
        threadRootId: root.id,
        replyToId: first.id,
        clientId: randomUUID(),
        body: 'why not?',
      });

      const page = await pageOf(ada);

      expect(page.root).toMatchObject({ id: root.id, replyCount: 2 });
      expect(page.items).toEqual([first, second]);
      expect(page.quoted).toEqual([first]);
      expect(page.users.map(({ id }) => id).sort()).toEqual([ada.id, grace.id, linus.id].sort());
      expect(page).toMatchObject({ hasBefore: false, hasAfter: false });
      expect(page.version).toBe((await ada.sees(room)).version);
    });

    it('goes on in both directions without a gap', async () => {
      for (let i = 0; i < 7; i++) {
        await grace.answers(root, `reply ${i}`);
        await ada.says(room, 'between');
      }
      const all = seqsOf(await pageOf(ada));

      const latest = await pageOf(ada, { limit: 3 });
      const earlier = await pageOf(ada, { limit: 3, before: latest.items[0]!.seq });
      const first = await pageOf(ada, { limit: 3, before: earlier.items[0]!.seq });
      const next = await pageOf(ada, { limit: 3, after: first.items[0]!.seq });

      expect([...seqsOf(first), ...seqsOf(earlier), ...seqsOf(latest)]).toEqual(all);
      expect(seqsOf(next)).toEqual(all.slice(1, 4));
      expect([latest, earlier, first, next].map(({ hasBefore, hasAfter }) => [hasBefore, hasAfter])).toEqual([
        [true, false],
        [true, true],
        [false, true],
        [true, true],
      ]);
      expect(await pageOf(ada, { after: all.at(-1)! })).toMatchObject({
        items: [],
        hasBefore: true,
        hasAfter: false,
      });
      expect(await pageOf(ada, { before: all[0]! })).toMatchObject({
        items: [],
        hasBefore: false,
        hasAfter: true,
      });
    });

    it('of a message that nobody answered is empty', async () => {
      const page = await pageOf(grace);

      expect(page).toMatchObject({ items: [], hasBefore: false, hasAfter: false, root: { id: root.id } });
      expect(page.state).toEqual({
        roomId: room.id,
        rootId: root.id,
        isFollowed: false,
        readSeq: 0,
        lastSeq: 0,
        unreadCount: 0,
      });
    });

    it('a reply begins no thread', async () => {
      const reply = await grace.answers(root, 'me');

      for (const call of ['thread', 'followThread', 'unfollowThread'] as const) {
        expect(await refusalOf(ada.calls(call, { messageId: reply.id }))).toBe('not_found');
      }
      expect(await refusalOf(ada.asks('thread:read', { messageId: reply.id, seq: 1 }))).toBe('not_found');
    });
  });

  describe('following', () => {
    it('begins for its author and whoever replies, and for nobody else', async () => {
      const reply = await grace.answers(root, 'me');

      const told = await ada.isTold('thread:updated', ({ rootId }) => rootId === root.id);
      const mine = await grace.isTold('thread:updated', ({ rootId }) => rootId === root.id);

      const state = { roomId: room.id, rootId: root.id, isFollowed: true, lastSeq: reply.seq };
      expect(told).toEqual({ ...state, readSeq: reply.seq - 1, unreadCount: 1 });
      expect(mine).toEqual({ ...state, readSeq: reply.seq, unreadCount: 0 });
      expect(await stateOf(ada)).toEqual(told);
      expect(await stateOf(grace)).toEqual(mine);
      expect(await stateOf(linus)).toMatchObject({ isFollowed: false, unreadCount: 0 });
    });

    it('begins once for all replies that come together, and counts those it tells of', async () => {
      const bodies = Array.from({ length: 20 }, (_, i) => `reply ${i}`);
      const replies = await Promise.all(bodies.map((body) => grace.answers(root, body)));
      await grace.says(room, 'a mark');
      await ada.hears('a mark');

      const told = ada.line.ears.of('thread:updated').filter(({ rootId }) => rootId === root.id);
      expect(told).toHaveLength(1);
      const { readSeq, lastSeq, unreadCount } = told[0]!;
      expect(unreadCount).toBe(replies.filter(({ seq }) => seq > readSeq && seq <= lastSeq).length);
      expect(await stateOf(ada)).toMatchObject({ readSeq, unreadCount: 20 });
      expect(await stateOf(grace)).toMatchObject({ unreadCount: 0 });
    });

    it('my own reply moves my pointer, and is not unread', async () => {
      await grace.answers(root, 'one');
      await grace.answers(root, 'two');
      const mine = await ada.answers(root, 'three');
      const later = await grace.answers(root, 'four');

      expect(await stateOf(ada)).toMatchObject({ readSeq: mine.seq, lastSeq: later.seq, unreadCount: 1 });
      expect(await stateOf(grace)).toMatchObject({ readSeq: later.seq, unreadCount: 0 });
    });

    it('by choice begins at the end, over every device', async () => {
      const reply = await grace.answers(root, 'me');
      const phone = await signIn(server, 'linus');

      const followed = await linus.calls('followThread', { messageId: root.id });

      expect(followed).toMatchObject({ isFollowed: true, readSeq: reply.seq, unreadCount: 0 });
      expect(await phone.isTold('thread:updated', ({ rootId }) => rootId === root.id)).toEqual(followed);
      await grace.answers(root, 'and I bring cake');
      expect(await stateOf(linus)).toMatchObject({ isFollowed: true, unreadCount: 1 });
      expect(await linus.calls('followThread', { messageId: root.id })).toMatchObject({ unreadCount: 1 });
    });

    it('that was ended stays so until one writes again', async () => {
      await grace.answers(root, 'one');

      const ended = await ada.calls('unfollowThread', { messageId: root.id });
      await grace.answers(root, 'two');
      expect(ended).toMatchObject({ isFollowed: false, unreadCount: 0 });
      expect(await stateOf(ada)).toMatchObject({ isFollowed: false, unreadCount: 0 });

      const mine = await ada.answers(root, 'three');
      const told = await ada.isTold('thread:updated', ({ lastSeq }) => lastSeq === mine.seq);
      expect(told).toMatchObject({ isFollowed: true, readSeq: mine.seq, unreadCount: 0 });
    });

    it('that was ended before the first reply does not begin with it', async () => {
      await ada.calls('unfollowThread', { messageId: root.id });

      await grace.answers(root, 'one');

      expect(await stateOf(ada)).toMatchObject({ isFollowed: false });
    });

    it('begins for whoever is mentioned, with that reply unread, also after it was ended', async () => {
      await grace.answers(root, 'before');
      const call = await grace.answers(root, 'what do you say, @linus?');

      const told = await linus.isTold('thread:updated', ({ rootId }) => rootId === root.id);
      expect(told).toMatchObject({ isFollowed: true, readSeq: call.seq - 1, unreadCount: 1 });
      await linus.calls('unfollowThread', { messageId: root.id });
      await grace.answers(root, 'hello, @linus');
      expect(await stateOf(linus)).toMatchObject({ isFollowed: true, unreadCount: 1 });
    });

    it('does not begin for an author who has left the room', async () => {
      await ada.leaves(room);

      await grace.answers(root, 'too late');
      await grace.calls('addMembers', { roomId: room.id, userIds: [ada.id] });

      expect(await stateOf(ada)).toMatchObject({ isFollowed: false, unreadCount: 0 });
    });
  });

  describe('reading', () => {
    it('moves forward only, no further than the last reply, and is told to my other devices', async () => {
      const replies = [];
      for (let i = 0; i < 4; i++) replies.push(await grace.answers(root, `reply ${i}`));
      const phone = await signIn(server, 'ada');
      const [, second, , last] = replies.map(({ seq }) => seq);

      const read = await reads(ada, second!);
      expect(read).toMatchObject({ readSeq: second, unreadCount: 2 });
      expect(await phone.isTold('thread:updated', ({ rootId }) => rootId === root.id)).toEqual(read);
      expect(await phone.calls('readThread', { messageId: root.id, seq: 1 })).toEqual(read);
      expect(await reads(ada, Number.MAX_SAFE_INTEGER)).toMatchObject({ readSeq: last, unreadCount: 0 });
      await grace.answers(root, 'one more');
      expect(await stateOf(ada)).toMatchObject({ readSeq: last, unreadCount: 1 });
    });

    it('what is deleted is unread no more', async () => {
      const reply = await grace.answers(root, 'a slip');
      const kept = await grace.answers(root, 'kept');

      await grace.asks('message:delete', { messageId: reply.id });

      expect(await stateOf(ada)).toMatchObject({ unreadCount: 1, lastSeq: kept.seq });
      const { items, root: first } = await pageOf(ada);
      expect(items).toMatchObject([{ id: reply.id, body: '' }, { id: kept.id }]);
      expect(first.replyCount).toBe(1);
    });

    it('leaves no trace in a thread that I do not follow', async () => {
      const reply = await grace.answers(root, 'me');

      expect(await reads(linus, reply.seq)).toMatchObject({ isFollowed: false, unreadCount: 0 });
      await grace.says(room, 'a mark');
      await linus.hears('a mark');
      expect(linus.line.ears.of('thread:updated').filter(({ rootId }) => rootId === root.id)).toEqual([]);
    });
  });
});
