import { randomUUID } from 'node:crypto';
import { MAX_BLOCKS, type Message, type Room } from '@parley/shared-types';
import { BlocksService } from '../../src/features/blocks/blocks.service.js';
import { insertRows } from '../../src/infra/database/sql.js';
import { holdWriter } from '../hold-writer.js';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { Refusal, refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('somebody whom I block', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  afterAll(() => server.stop());

  const block = (who: Person, whom: { id: string }) => who.calls('block', { userId: whom.id });
  const unblock = (who: Person, whom: { id: string }) => who.calls('unblock', { userId: whom.id });
  const blockedBy = async (who: Person) =>
    (await who.calls('blocks', {})).items.map(({ username }) => username);
  const someone = () => signIn(server, `linus-${randomUUID().slice(0, 8)}`);

  it('is listed for me until I stop, however often I say so', async () => {
    await block(ada, linus);
    await block(ada, grace);
    await block(ada, linus);
    expect(await blockedBy(ada)).toEqual(['linus', 'grace']);
    expect(await blockedBy(linus)).toEqual([]);

    await unblock(ada, linus);
    await unblock(ada, linus);
    await unblock(ada, grace);
    expect(await blockedBy(ada)).toEqual([]);
  });

  it('is told to all devices of mine, and to nobody else', async () => {
    const me = await someone();
    const phone = await signIn(server, me.user.username);

    await block(me, linus);
    await block(me, linus);
    await block(me, grace);
    for (const device of [me, phone]) {
      await device.isTold('blocks:updated', ({ userIds }) => userIds.length === 2);
      expect(device.line.ears.of('blocks:updated')).toEqual([
        { userIds: [linus.id] },
        { userIds: [linus.id, grace.id] },
      ]);
    }
    await unblock(me, linus);
    await phone.isTold('blocks:updated', ({ userIds }) => userIds.join() === grace.id);

    await linus.says(await linus.opens(ada), 'a mark');
    await linus.hears('a mark');
    expect(linus.line.ears.of('blocks:updated')).toEqual([]);
  });

  it('is not me, and is somebody', async () => {
    expect(await refusalOf(block(ada, ada))).toBe('validation_failed');
    for (const call of [block, unblock]) {
      expect(await refusalOf(call(ada, { id: randomUUID() }))).toBe('not_found');
    }
  });

  it('is one of a bounded number', async () => {
    const me = await someone();
    const columns = [
      ...['id', 'username', 'username_key', 'display_name', 'search_key'],
      ...['role', 'chosen_status', 'created_at'],
    ];
    const many = Array.from({ length: MAX_BLOCKS }, (_, i) => [
      `${String(i + 1).padStart(8, '0')}-0000-7000-8000-000000000000`,
      ...['many', `many ${i}`, 'many', '', 'member', 'online', 0],
    ]);
    await insertRows('users', columns)(server.writer.manager, many);
    await server.writer.query(
      `INSERT INTO blocks (user_id, blocked_id, created_at) SELECT ?, id, 0 FROM users WHERE username = 'many'`,
      [me.id],
    );

    expect(await refusalOf(block(me, grace))).toBe('conflict');
    await unblock(me, { id: '00000001-0000-7000-8000-000000000000' });
    await block(me, grace);
  });

  describe('in our direct room', () => {
    let room: Room;
    let mine: Message, theirs: Message;
    let me: Person, other: Person;

    beforeAll(async () => {
      [me, other] = [await someone(), await someone()];
      room = await me.opens(other);
      mine = await me.says(room, 'from me');
      theirs = await other.says(room, 'from them');
      await block(me, other);
    });

    /** All that says something to the other: over the socket and over REST, in turn. */
    const writing = (who: Person): (() => Promise<unknown>)[] => {
      const own = { messageId: who === me ? mine.id : theirs.id };
      const foreign = { messageId: who === me ? theirs.id : mine.id };
      const emoji = '👍';
      return [
        () => who.says(room, 'again'),
        () => who.posts(room, 'again'),
        () => who.answers(mine, 'in a thread'),
        () => who.asks('message:edit', { ...own, body: 'edited' }),
        () => who.calls('editMessage', { ...own, body: 'edited' }),
        () => who.asks('reaction:add', { ...foreign, emoji }),
        () => who.calls('addReaction', { ...foreign, emoji }),
        () => who.asks('message:pin', foreign),
        () => who.calls('pinMessage', foreign),
        () => who.asks('typing:start', { roomId: room.id }),
      ];
    };
    const refused = async (attempt: () => Promise<unknown>): Promise<string> =>
      attempt().then(
        () => 'done',
        (error: unknown) => (error instanceof Refusal ? error.message : String(error)),
      );

    it('neither of us can write, and neither is told who blocks whom', async () => {
      for (const who of [me, other]) {
        const answers = await Promise.all(writing(who).map(refused));
        expect(new Set(answers)).toEqual(new Set(['forbidden: You cannot write to each other here.']));
      }
      expect((await me.historyOf(room)).map(({ body }) => body)).toEqual(['from me', 'from them']);
    });

    it('what was said can still be read, and taken back by whoever said it', async () => {
      expect((await other.opens(me)).id).toBe(room.id);
      const { id } = await other.calls('message', { messageId: theirs.id });

      expect((await other.asks('message:delete', { messageId: id })).deletedAt).not.toBeNull();
      expect(await refusalOf(other.asks('message:delete', { messageId: mine.id }))).toBe('forbidden');
    });

    it('receipts and pointers go on', async () => {
      await me.reads(room, theirs.seq);

      await other.isTold('receipt:updated', ({ receipts }) =>
        receipts.some(({ userId, readSeq }) => userId === me.id && readSeq === theirs.seq),
      );
    });

    it('we write again once nobody blocks anybody', async () => {
      await block(other, me);
      await unblock(me, other);
      expect(await refusalOf(me.says(room, 'not yet'))).toBe('forbidden');
      expect(await refusalOf(other.says(room, 'not yet'))).toBe('forbidden');

      await unblock(other, me);
      await me.says(room, 'hello again');
      await other.hears('hello again');
      await other.says(room, 'hello');
      await me.hears('hello');
    });
  });

  it('says nothing more from the moment of the answer, whatever is under way', async () => {
    const [me, other] = [await someone(), await someone()];
    const room = await me.opens(other);
    const attempts = Array.from({ length: 20 }, (_, i) => other.says(room, `${i}`).catch(() => null));
    await block(me, other);
    const after = await refusalOf(other.says(room, 'after'));
    const stored = (await Promise.all(attempts)).filter((message) => message !== null);

    expect(after).toBe('forbidden');
    expect(await me.historyOf(room)).toHaveLength(stored.length);
  });

  it('says nothing behind the block, even when both came in one commit', async () => {
    const [me, other] = [await someone(), await someone()];
    const room = await me.opens(other);
    const release = holdWriter(server);
    await other.asks('room:history', { roomId: room.id });

    const caller = { userId: me.id, sessionId: randomUUID(), address: null };
    const blocking = server.api.app.get(BlocksService).block(caller, other.id);
    await other.asks('room:history', { roomId: room.id });
    const sends = Promise.allSettled([1, 2, 3].map((i) => other.says(room, `message ${i}`)));
    await other.asks('room:history', { roomId: room.id });
    release();
    await Promise.all([blocking, sends]);

    expect(await me.historyOf(room)).toEqual([]);
  });

  it('gets no new direct room with me, and I get none with them', async () => {
    const [me, other] = [await someone(), await someone()];
    await block(me, other);

    for (const attempt of [
      () => me.opens(other),
      () => other.opens(me),
      () => other.calls('openDirect', { userId: me.id }),
    ]) {
      await expect(attempt()).rejects.toThrow('forbidden: You cannot write to each other.');
    }
    await unblock(me, other);
    expect((await other.opens(me)).kind).toBe('direct');
  });

  it('brings me into no room, and nobody else by the same call', async () => {
    const [me, other] = [await someone(), await someone()];
    await block(me, other);
    const room = await other.creates('group', 'theirs');

    const bring = (ids: string[]) => other.calls('addMembers', { roomId: room.id, userIds: ids });
    expect(await refusalOf(bring([linus.id, me.id]))).toBe('forbidden');
    expect(await refusalOf(other.creates('group', 'another', me))).toBe('forbidden');
    expect((await other.sees(room)).memberCount).toBe(1);

    await bring([linus.id]);
    const ours = await me.creates('group', 'ours', other);
    expect(ours.memberCount).toBe(2);
  });

  it('is heard in rooms that we share, but calls me no more until I stop blocking them', async () => {
    const [me, other] = [await someone(), await someone()];
    const room = await ada.creates('group', 'shared', me, other);
    await block(me, other);
    const name = me.user.username;

    await other.says(room, `look, @${name}`);
    await other.says(room, 'all of you, @room');
    await other.says(room, 'whoever is @here');
    await me.hears('whoever is @here');
    await ada.says(room, `@${name}, do not mind`);

    expect((await me.sees(room)).me).toMatchObject({ unreadCount: 4, mentionCount: 1 });
    const { mentionCount } = await me.asks('room:unread', { roomId: room.id, seq: 1 });
    expect(mentionCount).toBe(1);
    await unblock(me, other);
    expect((await me.sees(room)).me).toMatchObject({ unreadCount: 4, mentionCount: 4 });
  });

  it('is not typing for me in our direct room, but is elsewhere', async () => {
    const [me, other] = [await someone(), await someone()];
    const direct = await me.opens(other);
    const shared = await ada.creates('group', 'typing', me, other);
    await block(me, other);

    expect(await refusalOf(other.asks('typing:start', { roomId: direct.id }))).toBe('forbidden');
    await other.asks('typing:start', { roomId: shared.id });
    await me.isTold('typing:updated', ({ roomId }) => roomId === shared.id);

    expect(me.line.ears.of('typing:updated').filter(({ roomId }) => roomId === direct.id)).toEqual([]);
  });
});
