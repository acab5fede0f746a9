import type { Report, Room } from '@parley/shared-types';
import { people, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

describe('reports', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person, admin: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    admin = await signInAdmin(server, 'grace-admin');
    room = await ada.creates('group', 'reports', grace);
  });
  afterAll(() => server.stop());

  const reports = async (state: 'open' | 'resolved' = 'open'): Promise<Report[]> =>
    (await admin.calls('adminReports', { state, limit: 200 })).items;
  const report = (who: Person, { id }: { id: string }, reason = 'rude') =>
    who.calls('reportMessage', { messageId: id, reason });
  const resolve = (who: Person, { id }: Report) => who.calls('adminResolveReport', { reportId: id });

  it('a message that was reported is kept as it was then, whatever becomes of it', async () => {
    const said = await grace.says(room, 'something rude');
    await report(ada, said, 'This is rude.');
    await grace.asks('message:edit', { messageId: said.id, body: 'nothing at all' });
    await grace.asks('message:delete', { messageId: said.id });

    const [made] = await reports();
    expect(made).toMatchObject({
      reporter: { id: ada.id },
      person: { id: grace.id },
      messageId: said.id,
      roomId: room.id,
      messageBody: 'something rude',
      reason: 'This is rude.',
      resolvedAt: null,
      resolvedBy: null,
    });
  });

  it('a person can be reported without a message, and hears nothing of it', async () => {
    await ada.calls('reportUser', { userId: linus.id, reason: '' });

    const [made] = await reports();
    expect(made).toMatchObject({
      person: { id: linus.id },
      messageId: null,
      roomId: null,
      messageBody: null,
    });
    expect(await refusalOf(linus.calls('adminReports', {}))).toBe('forbidden');
    await ada.says(await ada.opens(linus), 'a mark');
    await linus.hears('a mark');
    const told = linus.line.ears.heard.filter(({ payload }) => JSON.stringify(payload).includes(made!.id));
    expect(told).toEqual([]);
  });

  it('the same again, at once or later, is the same report while it is open', async () => {
    const said = await grace.says(room, 'rude again');
    const before = (await reports()).length;

    await Promise.all([1, 2, 3].map((i) => report(ada, said, `rude ${i}`)));
    await report(ada, said);
    await report(ada, await grace.says(room, 'and again'));
    expect(await reports()).toHaveLength(before + 2);

    const [, open] = await reports();
    await resolve(admin, open!);
    await report(ada, said, 'once more');
    expect((await reports())[0]).toMatchObject({ messageId: said.id, reason: 'once more' });
  });

  it('is not for what one wrote, nor for oneself, nor for what is gone', async () => {
    const mine = await ada.says(room, 'mine');
    const gone = await grace.says(room, 'gone');
    await grace.asks('message:delete', { messageId: gone.id });

    expect(await refusalOf(report(ada, mine))).toBe('validation_failed');
    expect(await refusalOf(ada.calls('reportUser', { userId: ada.id, reason: '' }))).toBe(
      'validation_failed',
    );
    expect(await refusalOf(report(ada, gone))).toBe('conflict');
  });

  it('is only for what one may read', async () => {
    const hidden = await grace.says(room, 'hidden');
    const channel = await ada.creates('channel', 'public');
    const open = await ada.says(channel, 'for members');
    const before = await reports();

    expect(await refusalOf(report(linus, hidden))).toBe('not_found');
    expect(await refusalOf(report(linus, open))).toBe('forbidden');
    expect(await reports()).toEqual(before);
  });

  it('is resolved once, and stays as it was resolved', async () => {
    await report(grace, await ada.says(room, 'to be resolved'));
    const [open] = await reports();

    const resolved = await resolve(admin, open!);
    const again = await callRoute(server.url, await server.operatorToken(), 'adminResolveReport', {
      reportId: open!.id,
    });

    expect(resolved).toMatchObject({ ...open, resolvedAt: expect.any(String), resolvedBy: { id: admin.id } });
    expect(again).toEqual(resolved);
    expect((await reports('resolved'))[0]).toEqual(resolved);
    expect((await reports()).map(({ id }) => id)).not.toContain(open!.id);
  });

  it('is read page by page, the latest first', async () => {
    for (let i = 0; i < 5; i++) await report(ada, await grace.says(room, `rude in its own way ${i}`));
    const all = await reports();

    const first = await admin.calls('adminReports', { limit: 2 });
    const second = await admin.calls('adminReports', { limit: 200, cursor: first.nextCursor! });

    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
  });

  it('is in the audit log, when it is made and when it is resolved', async () => {
    const said = await grace.says(room, 'for the log');
    await report(ada, said, 'not for the log');
    const [open] = await reports();
    await resolve(admin, open!);

    const { items } = await admin.calls('adminAudit', { userId: grace.id, limit: 2 });
    const about = {
      person: { id: grace.id },
      messageId: said.id,
      roomId: room.id,
      details: { reportId: open!.id },
    };
    expect(items).toMatchObject([
      { action: 'report.resolved', actor: { id: admin.id }, ...about },
      { action: 'report.made', actor: { id: ada.id }, ...about },
    ]);
    expect(JSON.stringify(items)).not.toContain('not for the log');
  });
});
