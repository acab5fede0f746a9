import type { AuditRecord, Message, Room } from '@parley/shared-types';
import { AuditRepository } from '../../src/features/audit/audit.repository.js';
import { RoomsRepository } from '../../src/features/rooms/rooms.repository.js';
import { people, signIn, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import { flawsOf, queriesOf } from '../queries.js';
import { refusalOf } from '../refusal.js';
import { replaced } from '../replaced.js';
import { Server } from '../server.js';

describe('the audit log', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person, admin: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    admin = await signInAdmin(server, 'grace-admin');
  });
  afterAll(() => server.stop());

  const recorded = async (query: object = {}): Promise<AuditRecord[]> =>
    (await admin.calls('adminAudit', query)).items;
  /** What is recorded of this room, the first first: the action, and by whom to whom. */
  const storyOf = async ({ id }: Room): Promise<unknown[]> => {
    const records = (await recorded({ limit: 200 })).filter(({ roomId }) => roomId === id).reverse();
    return records.map(({ action, actor, person, details }) => [
      action,
      actor?.username,
      ...(person ? [person.username] : []),
      ...(details['to'] ? [`${details['from']} → ${details['to']}`] : []),
    ]);
  };

  it('keeps who was brought into a room, and who was removed, by whom and from where', async () => {
    const room = await ada.creates('group', 'members', grace);
    await ada.calls('addMembers', { roomId: room.id, userIds: [linus.id, grace.id] });
    await ada.removes(linus, room);

    expect(await storyOf(room)).toEqual([
      ['member.added', 'ada', 'grace'],
      ['member.added', 'ada', 'linus'],
      ['member.removed', 'ada', 'linus'],
    ]);
    const [last] = await recorded({ limit: 1 });
    expect(last).toMatchObject({ address: '127.0.0.1', roomId: room.id, messageId: null });
  });

  it('keeps no comings and goings that people decide on by themselves', async () => {
    const channel = await ada.creates('channel', 'comings');
    await grace.joins(channel);
    await grace.leaves(channel);

    expect(await storyOf(channel)).toEqual([]);
  });

  it('keeps who was what before and after, heirs too', async () => {
    const room = await ada.creates('group', 'roles', grace, linus);
    const give = (who: Person, to: Person, role: 'owner' | 'moderator') =>
      who.calls('updateMember', { roomId: room.id, userId: to.id, role });
    await give(ada, grace, 'moderator');
    await give(ada, grace, 'moderator');
    await give(ada, linus, 'owner');
    await linus.leaves(room);

    expect((await storyOf(room)).slice(2)).toEqual([
      ['member.role', 'ada', 'grace', 'member → moderator'],
      ['member.role', 'ada', 'linus', 'member → owner'],
      ['member.role', 'ada', 'ada', 'owner → moderator'],
      ['member.role', 'linus', 'ada', 'moderator → owner'],
    ]);
  });

  it('keeps when a room was archived and restored', async () => {
    const room = await ada.creates('group', 'archive');
    await ada.calls('archiveRoom', { roomId: room.id });
    await ada.calls('updateRoom', { roomId: room.id, archived: false });
    await ada.calls('updateRoom', { roomId: room.id, archived: false });

    expect(await storyOf(room)).toEqual([
      ['room.archived', 'ada'],
      ['room.restored', 'ada'],
    ]);
  });

  it('keeps whose messages others removed, and not what they said', async () => {
    const room = await ada.creates('group', 'removals', grace);
    const said = await Promise.all([1, 2, 3].map((i) => grace.says(room, `secret ${i}`)));
    const remove = (who: Person, { id }: Message) => who.asks('message:delete', { messageId: id });

    await remove(grace, said[0]!);
    await Promise.all([remove(ada, said[1]!), remove(ada, said[1]!), remove(ada, said[2]!)]);

    const removals = await recorded({ userId: grace.id, action: 'message.removed' });
    expect(removals.map(({ messageId }) => messageId).sort()).toEqual([said[1]!.id, said[2]!.id].sort());
    expect(removals[0]).toMatchObject({ roomId: room.id, actor: { id: ada.id }, person: { id: grace.id } });
    expect(JSON.stringify(removals)).not.toContain('secret');
  });

  const fail = () => Promise.reject(new Error('not today'));

  it('has nothing of what was not done after all', async () => {
    const room = await ada.creates('group', 'undone', grace);
    const before = await storyOf(room);

    await replaced(server.api.app.get(RoomsRepository), 'change', fail, async () => {
      expect(await refusalOf(ada.removes(grace, room))).toBe('internal');
      expect(await refusalOf(ada.calls('archiveRoom', { roomId: room.id }))).toBe('internal');
    });
    expect(server.log.accept()).toHaveLength(2);

    expect(await storyOf(room)).toEqual(before);
  });

  it('what cannot be recorded is not done', async () => {
    const room = await ada.creates('group', 'unrecorded', grace);
    const { id } = await grace.says(room, 'stays');

    await replaced(server.api.app.get(AuditRepository), 'insert', fail, async () => {
      expect(await refusalOf(ada.asks('message:delete', { messageId: id }))).toBe('internal');
      expect(await refusalOf(ada.removes(grace, room))).toBe('internal');
    });
    expect(server.log.accept()).toHaveLength(2);

    expect(await grace.calls('message', { messageId: id })).toMatchObject({ body: 'stays', deletedAt: null });
  });

  it.each(["UPDATE audit SET actor_id = 'nobody'", 'DELETE FROM audit'])(
    'is not changed by the database itself: %s',
    async (statement) => {
      const before = await recorded({ limit: 200 });

      await expect(server.writer.query(statement)).rejects.toThrow('audit is only ever added to');

      expect(before.length).toBeGreaterThan(0);
      expect(await recorded({ limit: 200 })).toEqual(before);
    },
  );

  it('is read page by page, the latest first, each record once', async () => {
    const all = await recorded({ limit: 200 });
    const paged: AuditRecord[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: AuditRecord[]; nextCursor: string | null } = await admin.calls('adminAudit', {
        limit: 3,
        ...(cursor && { cursor }),
      });
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);

    expect(paged).toEqual(all);
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .toSorted()
        .reverse(),
    );
  });

  it('shows of a person what they did and what was done to them', async () => {
    const all = await recorded({ limit: 200 });
    const about = all.filter(({ actor, person }) => actor?.id === linus.id || person?.id === linus.id);

    expect(about.length).toBeGreaterThan(2);
    expect(await recorded({ userId: linus.id, limit: 200 })).toEqual(about);
    expect(await recorded({ userId: linus.id, limit: 1 })).toEqual(about.slice(0, 1));
    const { nextCursor } = await admin.calls('adminAudit', { userId: linus.id, limit: 1 });
    expect(await recorded({ userId: linus.id, cursor: nextCursor! })).toEqual(about.slice(1));
  });

  it('reads what it shows, not all that there is', async () => {
    const asked = await queriesOf([server.reader], async () => {
      for (const query of [{}, { userId: ada.id }, { action: 'member.added' }]) await recorded(query);
    });

    const flaws = await Promise.all(
      asked.filter(({ sql }) => sql.includes('FROM audit')).map((query) => flawsOf(server.reader, query)),
    );
    expect(flaws).toHaveLength(3);
    expect(flaws.flatMap(({ scans }) => scans.filter((step) => step.includes('audit')))).toEqual([]);
  });

  it('stays with the people whom it names, whatever they are called since', async () => {
    const brought = await signIn(server, 'linus-brought');
    const room = await ada.creates('group', 'names', brought);
    await admin.calls('adminUpdateUser', { userId: brought.id, username: 'linus-renamed' });

    expect(await storyOf(room)).toEqual([['member.added', 'ada', 'linus-renamed']]);
  });
});
