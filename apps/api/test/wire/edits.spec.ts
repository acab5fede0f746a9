import { randomUUID } from 'node:crypto';
import { MAX_MESSAGE_LENGTH, type Message, type Room } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('editing and deleting', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;
  let said: Message;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'edits', grace);
    said = await ada.says(room, 'first');
  });
  afterAll(() => server.stop());

  const edits = (who: Person, { id }: Message, body: string) =>
    who.asks('message:edit', { messageId: id, body });
  const deletes = (who: Person, { id }: Message) => who.asks('message:delete', { messageId: id });
  const seenBy = (who: Person, { id }: Message) => who.calls('message', { messageId: id });
  const versionNow = async () => (await ada.sees(room)).version;

  it('an edit keeps the place of a message, takes the next version, and is told to everyone', async () => {
    const edited = await edits(ada, said, 'second');

    expect(edited).toEqual({ ...said, body: 'second', version: said.version + 1, editedAt: edited.editedAt });
    expect(Date.parse(edited.editedAt!)).toBeGreaterThanOrEqual(Date.parse(said.createdAt));
    for (const who of [ada, grace]) {
      expect(await who.isTold('message:updated', ({ id }) => id === said.id)).toEqual(edited);
      expect(await seenBy(who, said)).toEqual(edited);
      expect(await who.historyOf(room)).toEqual([edited]);
    }
    expect(await grace.sees(room)).toMatchObject({ version: edited.version, lastMessage: edited });
  });

  it('the same over REST', async () => {
    const edited = await ada.calls('editMessage', { messageId: said.id, body: 'posted anew' });
    expect(await grace.isTold('message:updated', ({ id }) => id === said.id)).toEqual(edited);

    const deleted = await ada.calls('deleteMessage', { messageId: said.id });
    expect(await grace.isTold('message:deleted', ({ id }) => id === said.id)).toEqual(deleted);
  });

  it('an edit is as long as a message may be, and says something', async () => {
    await edits(ada, said, 'x'.repeat(MAX_MESSAGE_LENGTH));

    expect(await refusalOf(edits(ada, said, 'x'.repeat(MAX_MESSAGE_LENGTH + 1)))).toBe('validation_failed');
    expect(await refusalOf(edits(ada, said, ' \n'))).toBe('validation_failed');
  });

  it('to say the same again is no change', async () => {
    expect(await edits(ada, said, 'first')).toEqual(said);

    expect(await versionNow()).toBe(said.version);
  });

  it('neither an edit nor a deletion moves a room up the list, nor makes it unread', async () => {
    await grace.reads(room, said.seq);
    const later = await ada.creates('group', 'later', grace);

    await edits(ada, said, 'second');
    await deletes(ada, said);

    const { items } = await grace.calls('rooms', { limit: 2 });
    expect(items.map(({ id }) => id)).toEqual([later.id, room.id]);
    expect(items[1]!.me).toMatchObject({ unreadCount: 0 });
  });

  it('a deleted message leaves a tombstone, to everyone, also as the last of its room', async () => {
    const parent = await ada.says(room, 'parent');
    const rich = await ada.asks('message:send', {
      roomId: room.id,
      clientId: randomUUID(),
      body: 'a secret for @grace',
      replyToId: parent.id,
    });
    await edits(ada, rich, 'another secret for @grace');
    await grace.asks('reaction:add', { messageId: rich.id, emoji: '👀' });
    const pinned = await grace.asks('message:pin', { messageId: rich.id });

    const deleted = await deletes(ada, rich);

    expect(deleted).toEqual({
      ...rich,
      version: pinned.version + 1,
      body: '',
      mentions: [],
      reactions: [],
      pinnedAt: null,
      editedAt: pinned.editedAt,
      deletedAt: deleted.deletedAt,
    });
    expect(deleted.deletedAt).not.toBeNull();
    expect(await grace.isTold('message:deleted', ({ id }) => id === rich.id)).toEqual(deleted);
    expect((await grace.historyOf(room)).at(-1)).toEqual(deleted);
    expect((await grace.sees(room)).lastMessage).toEqual(deleted);
    const rows = await server.reader.query<object[]>('SELECT * FROM messages WHERE id = ?', [rich.id]);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  it('deleting again brings the same tombstone; nothing else can be done to it', async () => {
    const deleted = await deletes(ada, said);

    expect(await deletes(ada, said)).toEqual(deleted);
    expect(await refusalOf(edits(ada, said, 'x'))).toBe('conflict');
    const reaction = { messageId: said.id, emoji: '👍' };
    expect(await refusalOf(grace.asks('reaction:add', reaction))).toBe('conflict');
    expect(await refusalOf(grace.asks('reaction:remove', reaction))).toBe('conflict');
    expect(await refusalOf(grace.asks('message:pin', { messageId: said.id }))).toBe('conflict');
    expect(await refusalOf(grace.asks('message:unpin', { messageId: said.id }))).toBe('conflict');
    expect(await versionNow()).toBe(deleted.version);
  });

  it('a send that is repeated after an edit or a deletion still brings its message', async () => {
    const clientId = randomUUID();
    const sent = await ada.says(room, 'once', clientId);

    const edited = await edits(ada, sent, 'twice');
    expect(await ada.says(room, 'once', clientId)).toEqual(edited);
    const deleted = await deletes(ada, sent);
    expect(await ada.posts(room, 'once', clientId)).toEqual(deleted);

    const elsewhere = await ada.opens(grace);
    expect(await refusalOf(ada.says(elsewhere, 'once', clientId))).toBe('conflict');
  });

  it('of edits at the same time as a deletion, those before it are made and those after it are refused', async () => {
    const many = (body: string) => Array.from({ length: 20 }, (_, i) => edits(ada, said, `${body} ${i}`));

    const before = many('before');
    const deletion = deletes(ada, said);
    const after = await Promise.all(many('after').map(refusalOf));

    expect(new Set(after)).toEqual(new Set(['conflict']));
    const deleted = await deletion;
    const versions = (await Promise.all(before)).map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, i) => said.version + 1 + i));
    expect(deleted.version).toBe(said.version + 21);
    expect(await grace.isTold('message:deleted', ({ id }) => id === said.id)).toEqual(deleted);
    const told = grace.line.ears.of('message:updated').filter(({ id }) => id === said.id);
    expect(told.map(({ version }) => version)).toEqual(versions);
    expect(await seenBy(grace, said)).toEqual(deleted);
  });
});
