import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('rooms', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  afterAll(() => server.stop());

  const roomsOf = async (who: Person) => (await who.calls('rooms', {})).items;

  it('everyone is in #general from the start', async () => {
    expect(await roomsOf(linus)).toMatchObject([
      { kind: 'channel', name: 'general', me: { role: 'member' } },
    ]);
  });

  it('a room carries its members, my part in it, the receipts and the last message', async () => {
    const room = await ada.creates('group', ' compilers ', grace);
    const said = await grace.says(room, 'hi');

    const seen = await ada.sees(room);

    expect(seen).toMatchObject({ kind: 'group', name: 'compilers', topic: null, lastSeq: 1, memberCount: 2 });
    expect(seen.lastMessage).toEqual(said);
    expect(seen.members.map(({ username }) => username).sort()).toEqual(['ada', 'grace']);
    expect(seen.me).toEqual({
      role: 'owner',
      readSeq: 0,
      readEpoch: 0,
      deliveredSeq: 0,
      unreadCount: 1,
      mentionCount: 0,
      notify: 'all',
      starred: false,
    });
    expect(seen.receipts).toContainEqual({ userId: grace.id, deliveredSeq: 1, readSeq: 1 });
    expect((await roomsOf(ada)).find(({ id }) => id === room.id)).toEqual(seen);
  });

  it('whoever is brought into a room is told of it as they see it', async () => {
    const room = await ada.creates('group', 'surprise', grace);

    const told = await grace.isTold('room:created', ({ id }) => id === room.id);

    expect(told.me).toMatchObject({ role: 'member' });
    await ada.says(room, 'welcome');
    await grace.hears('welcome');
  });

  it('a channel is visible to those outside, but not what is said in it', async () => {
    const channel = await ada.creates('channel', 'engines');
    await ada.says(channel, 'inside');

    expect(await linus.sees(channel)).toMatchObject({ me: null, lastMessage: null, memberCount: 1 });
    expect(linus.line.ears.messagesIn(channel.id)).toEqual([]);
    const { items } = await linus.calls('discoverRooms', { query: 'GINE' });
    expect(items.map(({ id, me }) => ({ id, me }))).toEqual([{ id: channel.id, me: null }]);
  });

  it('groups can neither be found nor joined', async () => {
    const group = await ada.creates('group', 'secret engines');

    const { items } = await linus.calls('discoverRooms', { query: 'secret' });

    expect(items).toEqual([]);
    expect(await refusalOf(linus.joins(group))).toBe('not_found');
  });

  it('whoever joins is heard of by the others', async () => {
    const channel = await ada.creates('channel', 'doors');

    await linus.joins(channel);

    const joined = await ada.isTold('member:joined', ({ roomId }) => roomId === channel.id);
    expect(joined).toMatchObject({ user: { id: linus.id }, version: channel.version + 1 });
  });

  it('people who are brought in at once are a change of their own each', async () => {
    const channel = await ada.creates('channel', 'two at once');

    await ada.calls('addMembers', { roomId: channel.id, userIds: [grace.id, linus.id] });

    await ada.isTold(
      'member:joined',
      ({ roomId, version }) => roomId === channel.id && version === channel.version + 2,
    );
    const joins = ada.line.ears.of('member:joined').filter(({ roomId }) => roomId === channel.id);
    expect(joins.map(({ version }) => version - channel.version)).toEqual([1, 2]);
    expect(await ada.sees(channel)).toMatchObject({ version: channel.version + 2, memberCount: 3 });
  });

  it('a direct room is the same from both sides, stays as it is, and may be with myself', async () => {
    const room = await ada.opens(grace);

    expect((await grace.opens(ada)).id).toBe(room.id);
    expect(await refusalOf(ada.leaves(room))).toBe('forbidden');
    expect(await refusalOf(ada.calls('archiveRoom', { roomId: room.id }))).toBe('forbidden');
    const more = ada.calls('addMembers', { roomId: room.id, userIds: [linus.id] });
    expect(await refusalOf(more)).toBe('forbidden');
    expect(await ada.opens(ada)).toMatchObject({ memberCount: 1, members: [{ id: ada.id }] });
  });

  it('an archived room can be read, but not written to, joined or found', async () => {
    const channel = await ada.creates('channel', 'old times', grace);
    await ada.says(channel, 'last words');

    const archived = await ada.calls('archiveRoom', { roomId: channel.id });

    expect(archived.archivedAt).not.toBeNull();
    await grace.isTold('room:updated', ({ id, archivedAt }) => id === channel.id && archivedAt !== null);
    expect(await refusalOf(ada.says(channel, 'x'))).toBe('forbidden');
    expect(await refusalOf(grace.posts(channel, 'x'))).toBe('forbidden');
    expect(await refusalOf(grace.asks('typing:start', { roomId: channel.id }))).toBe('forbidden');
    expect(await refusalOf(linus.joins(channel))).toBe('forbidden');
    expect((await grace.historyOf(channel)).map(({ body }) => body)).toEqual(['last words']);
    expect((await linus.calls('discoverRooms', { query: 'old times' })).items).toEqual([]);
    expect((await roomsOf(grace)).map(({ id }) => id)).not.toContain(channel.id);
  });

  it('my own settings of a room are told to my devices alone', async () => {
    const room = await ada.creates('group', 'quiet', grace);

    await grace.calls('updateMyMembership', { roomId: room.id, notify: 'none' });

    const told = await grace.isTold('room:updated', ({ id }) => id === room.id);
    expect(told.me).toMatchObject({ notify: 'none' });
    await grace.says(room, 'a mark');
    await ada.hears('a mark');
    expect(ada.line.ears.of('room:updated').filter(({ id }) => id === room.id)).toEqual([]);
    expect((await ada.sees(room)).me).toMatchObject({ notify: 'all' });
  });

  it('a star is mine alone, and no change of the room', async () => {
    const room = await ada.creates('group', 'starred', grace);
    const phone = await signIn(server, 'grace');

    const starred = await grace.calls('updateMyMembership', { roomId: room.id, starred: true });

    expect(starred).toMatchObject({ version: room.version, me: { starred: true, notify: 'all' } });
    await phone.isTold('room:updated', ({ id, me }) => id === room.id && me!.starred);
    expect((await roomsOf(grace)).find(({ id }) => id === room.id)!.me).toMatchObject({ starred: true });
    expect((await ada.sees(room)).me).toMatchObject({ starred: false });
    await grace.calls('updateMyMembership', { roomId: room.id, starred: false });
    expect((await grace.sees(room)).me).toMatchObject({ starred: false });
  });

  it('the archive is a list of its own, with a way back for the owner', async () => {
    const group = await ada.creates('group', 'done with', grace, linus);
    const archive = async (who: Person) => (await who.calls('rooms', { archived: 'true' })).items;
    await ada.calls('updateMember', { roomId: group.id, userId: grace.id, role: 'moderator' });
    await ada.calls('archiveRoom', { roomId: group.id });

    expect((await archive(grace)).map(({ id }) => id)).toContain(group.id);
    for (const who of [grace, linus]) {
      const restored = who.calls('updateRoom', { roomId: group.id, archived: false });
      expect(await refusalOf(restored)).toBe('forbidden');
    }
    const { version } = await ada.sees(group);
    const back = await ada.calls('updateRoom', { roomId: group.id, archived: false });

    expect(back).toMatchObject({ archivedAt: null, name: 'done with', version: version + 1 });
    await linus.isTold('room:updated', (told) => told.id === group.id && told.version === back.version);
    await linus.says(group, 'goes on');
    await grace.hears('goes on');
    expect((await archive(grace)).map(({ id }) => id)).not.toContain(group.id);
    expect((await roomsOf(grace)).map(({ id }) => id)).toContain(group.id);
  });
});
