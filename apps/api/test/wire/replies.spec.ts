import { randomUUID } from 'node:crypto';
import type { Message, Room } from '@parley/shared-types';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

describe('replies', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;
  let parent: Message;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'replies', grace);
    parent = await ada.says(room, 'parent');
  });
  afterAll(() => server.stop());

  type Target = { replyToId?: string; threadRootId?: string };
  const draft = (body: string, target: Target) => ({
    roomId: room.id,
    clientId: randomUUID(),
    body,
    ...target,
  });
  const answers = (who: Person, body: string, target: Target) =>
    who.asks('message:send', draft(body, target));
  const deletes = (who: Person, { id }: Message) => who.asks('message:delete', { messageId: id });
  const seen = ({ id }: Message) => ada.calls('message', { messageId: id });
  const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort();

  describe('that quote', () => {
    it('bring what they quote along: when told, in pages, in changes', async () => {
      const reply = await answers(grace, 'reply', { replyToId: parent.id });

      expect(reply).toMatchObject({ replyToId: parent.id, threadRootId: null, seq: 2 });
      const told = await ada.isTold('message:created', ({ messages }) => messages[0]!.id === reply.id);
      expect(told).toEqual({ roomId: room.id, version: reply.version, messages: [reply], quoted: [parent] });
      const page = await grace.calls('messages', { roomId: room.id, limit: 1 });
      expect(page).toMatchObject({ items: [reply], quoted: [parent] });
      const changes = await grace.asks('room:changes', { roomId: room.id, since: parent.version });
      expect(changes).toMatchObject({ messages: [reply], quoted: [parent] });
      for (const { users } of [page, changes]) expect(idsOf(users)).toEqual([ada.id, grace.id].sort());
    });

    it('quote each message once, as it is now', async () => {
      await answers(grace, 'one', { replyToId: parent.id });
      await answers(grace, 'two', { replyToId: parent.id });
      const edited = await ada.asks('message:edit', { messageId: parent.id, body: 'for @grace' });

      const page = await grace.calls('messages', { roomId: room.id, limit: 2 });
      expect(page.quoted).toEqual([edited]);
      const deleted = await deletes(ada, parent);
      expect((await grace.calls('messages', { roomId: room.id, limit: 2 })).quoted).toEqual([deleted]);
      expect((await answers(grace, 'too late', { replyToId: parent.id })).replyToId).toBe(parent.id);
    });

    it('say the same over REST, and the same when repeated', async () => {
      const { roomId, ...posted } = draft('posted', { replyToId: parent.id });

      const first = await ada.calls('postMessage', { roomId, ...posted });
      expect(first.replyToId).toBe(parent.id);
      expect(await ada.calls('postMessage', { roomId, ...posted })).toEqual(first);
      const other = { roomId, clientId: posted.clientId, body: posted.body };
      expect(await refusalOf(ada.calls('postMessage', other))).toBe('conflict');
    });
  });

  describe('of a thread', () => {
    it('are messages of the room, and the first message counts them with a version after theirs', async () => {
      const reply = await answers(grace, 'reply', { threadRootId: parent.id });

      expect(reply).toMatchObject({ threadRootId: parent.id, replyCount: 0, seq: 2 });
      const root = { ...parent, replyCount: 1, version: reply.version + 1 };
      expect(await ada.isTold('message:updated', ({ id }) => id === parent.id)).toEqual(root);
      expect(await ada.historyOf(room)).toEqual([root, reply]);
      expect(await ada.sees(room)).toMatchObject({ lastSeq: 2, version: root.version, lastMessage: reply });
      expect((await ada.sees(room)).me).toMatchObject({ unreadCount: 1 });
      const names = ada.line.ears.heard.map(({ name }) => name).filter((name) => name.startsWith('message:'));
      expect(names.slice(-2)).toEqual(['message:created', 'message:updated']);
    });

    it('may quote one another', async () => {
      const first = await answers(grace, 'first', { threadRootId: parent.id });
      const second = await answers(ada, 'second', { threadRootId: parent.id, replyToId: first.id });

      expect(second).toMatchObject({ threadRootId: parent.id, replyToId: first.id });
      expect((await seen(parent)).replyCount).toBe(2);
    });

    it('that are deleted are counted no more, once each', async () => {
      const reply = await answers(grace, 'reply', { threadRootId: parent.id });
      await answers(grace, 'another', { threadRootId: parent.id });

      const [deleted] = await Promise.all([
        deletes(grace, reply),
        deletes(ada, reply),
        deletes(grace, reply),
      ]);

      expect(deleted).toMatchObject({ threadRootId: parent.id, body: '' });
      const root = await seen(parent);
      expect(root).toMatchObject({ replyCount: 1, version: deleted.version + 1 });
      expect(await ada.isTold('message:updated', ({ version }) => version === root.version)).toEqual(root);
    });

    it('go on when the first message is deleted', async () => {
      await answers(grace, 'reply', { threadRootId: parent.id });
      const deleted = await deletes(ada, parent);
      expect(deleted).toMatchObject({ replyCount: 1, body: '' });

      await answers(grace, 'another', { threadRootId: parent.id });

      expect(await seen(parent)).toMatchObject({ replyCount: 2, body: '', deletedAt: deleted.deletedAt });
    });

    it('twenty people at once are counted each, and all versions are used once', async () => {
      const guests = await crowd(server, 20);
      await ada.calls('addMembers', { roomId: room.id, userIds: guests.map(({ id }) => id) });
      const { version } = await ada.sees(room);

      const replies = await Promise.all(
        guests.map(({ token }, i) =>
          callRoute(server.url, token, 'postMessage', draft(`reply ${i}`, { threadRootId: parent.id })),
        ),
      );

      const root = await ada.isTold('message:updated', ({ replyCount }) => replyCount === 20);
      expect(await seen(parent)).toEqual(root);
      const rooted = ada.line.ears.of('message:updated').filter(({ id }) => id === parent.id);
      const versions = [...replies, ...rooted].map((message) => message.version);
      expect(versions.sort((one, other) => one - other)).toEqual(versions.map((_, i) => version + 1 + i));
      expect((await ada.sees(room)).version).toBe(root.version);
    });
  });

  it.each(['replyToId', 'threadRootId'] as const)('%s is a message of this room', async (field) => {
    const elsewhere = await ada.says(await ada.creates('group', 'elsewhere'), 'unknown to grace');
    const { version } = await ada.sees(room);

    for (const id of [elsewhere.id, randomUUID()]) {
      const refused = { ok: false, error: { code: 'validation_failed', errors: [{ path: field }] } };
      expect(await grace.line.send('message:send', draft('reply', { [field]: id }))).toMatchObject(refused);
    }
    const [refused, sent] = await Promise.all([
      refusalOf(grace.asks('message:send', draft('reply', { [field]: elsewhere.id }))),
      grace.says(room, 'beside it'),
    ]);
    expect(refused).toBe('validation_failed');
    expect(sent.version).toBe(version + 1);
  });

  it('threads do not branch', async () => {
    const reply = await answers(grace, 'reply', { threadRootId: parent.id });

    expect(await refusalOf(answers(ada, 'branch', { threadRootId: reply.id }))).toBe('validation_failed');
  });
});
