import { setTimeout as delay } from 'node:timers/promises';
import { Line } from '../line.js';
import { signIn, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Cluster, describeCluster } from './cluster.js';

/** Longer than news takes from node to node. */
const A_WHILE_MS = 300;

describeCluster('what somebody loses on one node is lost on all of them when that is answered', () => {
  let cluster: Cluster;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    cluster = await Cluster.start();
    ada = await signIn(cluster.a, 'ada');
    grace = await signIn(cluster.b, 'grace');
    linus = await signIn(cluster.b, 'linus');
  });
  afterAll(() => cluster?.stop());

  it('who is removed says and hears nothing more', async () => {
    const room = await ada.creates('group', 'three', grace, linus);
    await grace.says(room, 'known on b');
    await grace.calls('messages', { roomId: room.id });
    await ada.removes(grace, room);

    expect(await refusalOf(grace.says(room, 'too late'))).toBe('not_found');
    expect(await refusalOf(grace.calls('messages', { roomId: room.id }))).toBe('not_found');
    grace.line.ears.forget();
    await linus.says(room, 'said on b');
    await ada.says(room, 'said on a');
    await linus.hears('said on a');
    await delay(A_WHILE_MS);
    expect(grace.line.ears.of('message:created')).toEqual([]);
  });

  it('who changes a message has to be in its room at that moment', async () => {
    const room = await ada.creates('group', 'changes', grace);
    const message = await grace.says(room, 'mine');
    await ada.removes(grace, room);

    const edit = grace.asks('message:edit', { messageId: message.id, body: 'changed' });
    expect(await refusalOf(edit)).toBe('not_found');
  });

  it('who is blocked cannot write to the other', async () => {
    const room = await ada.opens(grace);
    await grace.says(room, 'hi');
    await ada.calls('block', { userId: grace.id });

    expect(await refusalOf(grace.says(room, 'hi again'))).toBe('forbidden');
    await ada.calls('unblock', { userId: grace.id });
    expect((await grace.says(room, 'and again')).body).toBe('and again');
  });

  it('who is no moderator any more does nothing as one', async () => {
    const room = await ada.creates('group', 'roles', grace, linus);
    await ada.calls('updateMember', { roomId: room.id, userId: grace.id, role: 'moderator' });
    await grace.calls('updateRoom', { roomId: room.id, topic: 'by a moderator' });
    await ada.calls('updateMember', { roomId: room.id, userId: grace.id, role: 'member' });

    const update = grace.calls('updateRoom', { roomId: room.id, topic: 'by nobody' });
    expect(await refusalOf(update)).toBe('forbidden');
  });

  it('nobody writes to a room that was archived', async () => {
    const room = await ada.creates('group', 'archived', grace);
    await grace.says(room, 'before');
    await ada.calls('archiveRoom', { roomId: room.id });

    expect(await refusalOf(grace.says(room, 'after'))).toBe('forbidden');
  });

  it('a session that ends closes its sockets, and opens nothing', async () => {
    const there = await signIn(cluster.b, 'margaret');
    const here = await signIn(cluster.a, 'margaret');
    const { items } = await there.calls('sessions', {});
    const other = items.find(({ current }) => current)!;
    await here.calls('endSession', { sessionId: other.id });

    expect(await there.get('/auth/me')).toMatchObject({ status: 401 });
    await there.isTold('session:revoked', ({ reason }) => reason === 'signed_out');
    await there.line.closed();
    expect(await here.get('/auth/me')).toMatchObject({ status: 200 });
  });

  it('the tabs of who sets a password go on under the new session, on every node', async () => {
    const here = await signIn(cluster.a, 'barbara');
    const tab = await signIn(cluster.b, 'barbara');
    const sameTab = await Line.open(cluster.b.url, here.token);
    const { token } = await here.calls('setPassword', { password: 'long enough to be one, surely' });

    await tab.line.closed();
    expect(await here.get('/auth/me')).toMatchObject({ status: 401 });
    expect(await sameTab.ask('presence:set', { status: 'online' })).toEqual({});
    await callRoute(cluster.b.url, token, 'logout', {});
    await sameTab.closed();
    sameTab.hangUp();
  });

  it('who is an admin no longer is asked to sign in again', async () => {
    const admin = await signInAdmin(cluster.b, 'root.1');
    await admin.calls('adminUsers', {});
    const role = { userId: admin.id, role: 'member' as const };
    await callRoute(cluster.a.url, await cluster.a.operatorToken(), 'adminSetRole', role);

    expect(await admin.get('/admin/users')).toMatchObject({ status: 401 });
  });
});
