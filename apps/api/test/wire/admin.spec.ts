import { randomUUID } from 'node:crypto';
import type {
  AdminUser,
  AuditAction,
  AuditRecord,
  RouteArguments,
  RouteData,
  RouteName,
  routes,
} from '@parley/shared-types';
import { Line } from '../line.js';
import { people, signIn, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import { queriesOf } from '../queries.js';
import { rawHttp } from '../raw-http.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

describe('admins and the operator', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person, admin: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    admin = await signInAdmin(server, 'grace-admin');
  });
  afterAll(() => server.stop());

  const operator = async <Name extends RouteName>(
    name: Name,
    given: RouteArguments<(typeof routes)[Name]>,
  ): Promise<RouteData<(typeof routes)[Name]>> =>
    callRoute(server.url, await server.operatorToken(), name, given);
  const someone = (prefix = 'linus') => signIn(server, `${prefix}-${randomUUID().slice(0, 8)}`);
  const update = (who: Person, given: Omit<RouteArguments<(typeof routes)['adminUpdateUser']>, 'userId'>) =>
    admin.calls('adminUpdateUser', { userId: who.id, ...given });
  const login = (username: string, given: object = {}) =>
    callRoute(server.url, undefined, 'login', { username, ...given });
  const found = async (who: Person): Promise<AdminUser> =>
    (await admin.calls('adminUsers', { query: who.user.username })).items.find(({ id }) => id === who.id)!;
  /** Which of these deeds are recorded of this person, the first first. */
  const recorded = async ({ id }: { id: string }, ...actions: AuditAction[]): Promise<AuditRecord[]> => {
    const { items } = await admin.calls('adminAudit', { userId: id, limit: 200 });
    return items.filter(({ action }) => actions.includes(action)).reverse();
  };
  /** Nothing that this device had is good for anything. */
  const expectSignedOut = async ({ token, line }: Person) => {
    await line.closed();
    expect(await refusalOf(callRoute(server.url, token, 'me', {}))).toBe('unauthenticated');
    await expect(Line.open(server.url, token)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
  };

  describe('the list of people', () => {
    it('says what keeps a name, on how many devices it is signed in, and who is gone', async () => {
      const who = await someone();
      await signIn(server, who.user.username);
      await update(await someone('gone'), { deactivated: true });

      expect(await found(who)).toMatchObject({
        ...(await ada.calls('user', { userId: who.id })),
        deactivatedAt: null,
        hasPassword: false,
        isExternal: false,
        sessions: 2,
      });
      await who.calls('setPassword', { password: 'a kettle of fish' });
      expect(await found(who)).toMatchObject({ hasPassword: true, sessions: 1 });
      const gone = await admin.calls('adminUsers', { query: 'gone-' });
      expect(gone.items).toMatchObject([{ deactivatedAt: expect.any(String), sessions: 0 }]);
    });

    it('is read page by page, by name', async () => {
      const all = (await admin.calls('adminUsers', { limit: 100 })).items;
      const first = await admin.calls('adminUsers', { limit: 2 });
      const rest = await admin.calls('adminUsers', { limit: 100, cursor: first.nextCursor! });

      expect([...first.items, ...rest.items]).toEqual(all);
    });
  });

  describe('a new name', () => {
    it('is told to everyone who shares a room, and moves no messages', async () => {
      const who = await someone();
      const room = await ada.creates('group', 'names', who);
      const said = await who.says(room, 'by me');
      const username = `countess-${randomUUID().slice(0, 8)}`;

      const renamed = await update(who, { username });

      expect(renamed).toMatchObject({ id: who.id, username, displayName: username });
      for (const device of [ada, who]) {
        expect(await device.isTold('user:updated', ({ id }) => id === who.id)).toMatchObject({ username });
      }
      expect((await ada.calls('message', { messageId: said.id })).senderId).toBe(who.id);
      expect((await login(username)).user.id).toBe(who.id);
      expect((await login(who.user.username)).user.id).not.toBe(who.id);
      expect((await ada.calls('findUsers', { query: username })).items).toMatchObject([{ id: who.id }]);
    });

    it("is nobody else's, and none that is reserved", async () => {
      for (const username of ['GRACE', 'ｇｒａｃｅ', 'gr\u0430ce']) {
        expect(await refusalOf(update(linus, { username }))).toBe('conflict');
      }
      expect(await refusalOf(update(linus, { username: 'Admin' }))).toBe('validation_failed');
      expect((await found(linus)).username).toBe('linus');
    });

    it('leaves a shown name that somebody chose, which an admin can change too', async () => {
      const who = await someone();
      await who.calls('updateMe', { displayName: 'Chosen' });

      expect(await update(who, { username: `x${who.user.username}` })).toMatchObject({
        displayName: 'Chosen',
      });
      expect(await update(who, { displayName: 'Given' })).toMatchObject({ displayName: 'Given' });
      await ada.isTold('user:updated', ({ displayName }) => displayName === 'Given');
    });

    it('is recorded with the old one', async () => {
      const who = await someone();
      const from = who.user.username;
      await update(who, { username: `x${from}`, displayName: 'Given' });

      expect(await recorded(who, 'user.renamed')).toMatchObject([
        { actor: { id: admin.id }, details: { field: 'username', from, to: `x${from}` } },
        { actor: { id: admin.id }, details: { field: 'displayName', from, to: 'Given' } },
      ]);
    });
  });

  describe('somebody who is deactivated', () => {
    it('is signed out at once everywhere, and cannot come back', async () => {
      const who = await someone();
      const phone = await signIn(server, who.user.username);

      const gone = await update(who, { deactivated: true });

      expect(gone).toMatchObject({ sessions: 0, deactivatedAt: expect.any(String) });
      for (const device of [who, phone]) {
        await device.isTold('session:revoked', ({ reason }) => reason === 'deactivated');
        await expectSignedOut(device);
      }
      expect(await refusalOf(login(who.user.username))).toBe('forbidden');
    });

    it('is not found, not brought into rooms, and gets no new direct room; what there was stays', async () => {
      const who = await someone();
      const direct = await ada.opens(who);
      const said = await who.says(direct, 'before I went');
      await update(who, { deactivated: true });

      expect((await ada.calls('findUsers', { query: who.user.username })).items).toEqual([]);
      const room = await ada.creates('group', 'without');
      const bring = ada.calls('addMembers', { roomId: room.id, userIds: [who.id] });
      expect(await refusalOf(bring)).toBe('not_found');
      expect(await refusalOf(ada.creates('group', 'with', who))).toBe('not_found');
      expect(await refusalOf(grace.opens(who))).toBe('not_found');
      expect((await ada.opens(who)).id).toBe(direct.id);
      expect(await ada.historyOf(direct)).toEqual([said]);
    });

    it('does not get in by a sign-in that was under way', async () => {
      const who = await someone();
      const password = 'a kettle of fish';
      await who.calls('setPassword', { password });

      const attempts = Array.from({ length: 10 }, () => login(who.user.username, { password }));
      const outcomes = Promise.allSettled(attempts);
      await update(who, { deactivated: true });

      for (const outcome of await outcomes) {
        if (outcome.status === 'rejected') continue;
        const { token } = outcome.value;
        expect(await refusalOf(callRoute(server.url, token, 'me', {}))).toBe('unauthenticated');
      }
      expect(await found(who)).toMatchObject({ sessions: 0 });
    });

    it('is back when an admin says so', async () => {
      const who = await someone();
      await update(who, { deactivated: true });
      await update(who, { deactivated: true });
      await update(who, { deactivated: false });

      expect((await login(who.user.username)).user.id).toBe(who.id);
      const deeds = await recorded(who, 'user.deactivated', 'user.reactivated');
      expect(deeds.map(({ action }) => action)).toEqual(['user.deactivated', 'user.reactivated']);
      expect(deeds).toMatchObject([{ actor: { id: admin.id } }, { actor: { id: admin.id } }]);
    });

    it('is not the admin who says so', async () => {
      expect(await refusalOf(update(admin, { deactivated: true }))).toBe('forbidden');
      expect((await admin.calls('me', {})).role).toBe('admin');
    });
  });

  it('an admin signs a person out everywhere', async () => {
    const who = await someone();
    const phone = await signIn(server, who.user.username);

    await admin.calls('adminEndSessions', { userId: who.id });

    for (const device of [who, phone]) await expectSignedOut(device);
    expect(await recorded(who, 'session.ended')).toMatchObject([{ actor: { id: admin.id } }]);
    expect((await login(who.user.username)).user.id).toBe(who.id);
  });

  describe('a message that an admin removes', () => {
    it('is a tombstone for the room, wherever that is', async () => {
      const direct = await ada.opens(grace);
      const said = await ada.says(direct, 'something bad');

      const removed = await admin.calls('adminRemoveMessage', { messageId: said.id });

      expect(removed).toMatchObject({ id: said.id, body: '', deletedAt: expect.any(String) });
      for (const who of [ada, grace]) {
        expect(await who.isTold('message:deleted', ({ id }) => id === said.id)).toEqual(removed);
      }
      expect(await refusalOf(admin.calls('message', { messageId: said.id }))).toBe('not_found');
      const about = { person: { id: ada.id }, messageId: said.id, roomId: direct.id };
      expect(await recorded(ada, 'message.removed')).toMatchObject([{ actor: { id: admin.id }, ...about }]);
    });

    it('is removed from an archived room too, and once', async () => {
      const room = await ada.creates('group', 'archived');
      const said = await ada.says(room, 'something bad');
      await ada.calls('archiveRoom', { roomId: room.id });

      const [first, second] = await Promise.all([
        admin.calls('adminRemoveMessage', { messageId: said.id }),
        operator('adminRemoveMessage', { messageId: said.id }),
      ]);

      expect(first).toEqual(second);
      const removals = await recorded(ada, 'message.removed');
      expect(removals.filter(({ messageId }) => messageId === said.id)).toHaveLength(1);
    });
  });

  describe('the operator', () => {
    it('makes accounts that are in #general and open by one code, once', async () => {
      const username = `linus-${randomUUID().slice(0, 8)}`;

      const { user, recoveryCodes } = await operator('adminCreateUser', { username });
      expect(recoveryCodes).toHaveLength(1);

      expect(await refusalOf(login(username))).toBe('unauthenticated');
      const { token } = await login(username, { recoveryCode: recoveryCodes[0] });
      expect(await refusalOf(login(username, { recoveryCode: recoveryCodes[0] }))).toBe('unauthenticated');
      expect(await refusalOf(login(username))).toBe('unauthenticated');
      const { items } = await callRoute(server.url, token, 'rooms', {});
      expect(items).toMatchObject([{ name: 'general', kind: 'channel' }]);
      const own = await callRoute(server.url, token, 'setPassword', { password: 'a kettle of fish' });
      expect(own.recoveryCodes!.length).toBeGreaterThan(1);
      expect(await recorded(user, 'user.created')).toMatchObject([{ actor: null, address: '127.0.0.1' }]);
    });

    it("makes no account under a name that is somebody's or nobody's", async () => {
      for (const username of ['grace', 'GRACE', 'gr\u0430ce']) {
        expect(await refusalOf(operator('adminCreateUser', { username }))).toBe('conflict');
      }
      expect(await refusalOf(operator('adminCreateUser', { username: 'root' }))).toBe('validation_failed');
    });

    it('makes admins and takes that back, each time with new sessions', async () => {
      const who = await someone();
      const setRole = (role: 'admin' | 'member') => operator('adminSetRole', { userId: who.id, role });

      expect(await setRole('admin')).toMatchObject({ role: 'admin', sessions: 0 });
      await expectSignedOut(who);
      const asAdmin = await signIn(server, who.user.username);
      expect(await setRole('admin')).toMatchObject({ role: 'admin', sessions: 1 });
      await asAdmin.calls('adminUsers', {});

      await setRole('member');
      await expectSignedOut(asAdmin);
      const again = await signIn(server, who.user.username);
      expect(await refusalOf(again.calls('adminUsers', {}))).toBe('forbidden');
      expect(await recorded(who, 'user.promoted', 'user.demoted')).toMatchObject([
        { action: 'user.promoted', actor: null },
        { action: 'user.demoted', actor: null },
      ]);
    });

    it('opens a name again whose password is lost, by one code', async () => {
      const who = await someone();
      const password = 'a kettle of fish';
      const { token } = await who.calls('setPassword', { password });

      const { recoveryCodes } = await operator('adminResetUser', { userId: who.id });

      await expectSignedOut(who);
      expect(await refusalOf(callRoute(server.url, token, 'me', {}))).toBe('unauthenticated');
      const { username } = who.user;
      expect(await refusalOf(login(username, { password }))).toBe('unauthenticated');
      expect((await login(username, { recoveryCode: recoveryCodes[0] })).user.id).toBe(who.id);
      expect(await recorded(who, 'user.reset')).toMatchObject([{ actor: null, person: { id: who.id } }]);
    });

    it('is known by a Bearer token alone, as a cookie is what browsers send', async () => {
      const token = await server.operatorToken();
      const path = '/api/v1/admin/users';

      const byCookie = await rawHttp(server, { path, headers: { cookie: `session=${token}` } });
      const byBearer = await rawHttp(server, { path, headers: { authorization: `Bearer ${token}` } });

      expect([byCookie.status, byBearer.status]).toEqual([401, 200]);
      await expect(Line.open(server.url, token)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    });
  });

  it('the page of people is the same number of queries at any size', async () => {
    const asked = async (limit: number) =>
      (await queriesOf([server.reader], () => admin.calls('adminUsers', { limit }))).length;

    await asked(100);
    expect(await asked(1)).toBe(await asked(50));
  });
});
