import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { Line } from '../line.js';
import { Server } from '../server.js';

describe('presence', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  const statusOf = async (who: Person) => (await ada.calls('user', { userId: who.id })).status;
  const told = (who: Person, status: string) =>
    ada.isTold('presence:updated', ({ users }) =>
      users.some((user) => user.userId === who.id && user.status === status),
    );

  it('whoever connects is online to those who share a room', async () => {
    const linus = await signIn(server, 'linus-9');

    await told(linus, 'online');
    expect(await statusOf(linus)).toBe('online');
  });

  it('what I choose is what others see', async () => {
    await grace.asks('presence:set', { status: 'dnd' });
    await told(grace, 'dnd');

    await grace.calls('updateMe', { status: 'away' });
    await told(grace, 'away');

    expect(await statusOf(grace)).toBe('away');
    await grace.asks('presence:set', { status: 'online' });
  });

  it('whoever has no connection is offline, whatever they chose', async () => {
    const { items } = await ada.calls('findUsers', { query: 'linus-nobody' });
    expect(items).toEqual([]);

    const { user } = await ada.calls('login', { username: 'linus-absent' });

    expect(user).toMatchObject({ status: 'offline', lastSeenAt: null });
  });

  it('a person is offline when the last tab has been gone for a while, and not before', async () => {
    const linus = await signIn(server, 'linus-2');
    const alone = await signIn(server, 'linus-3');
    const tab = await Line.open(server.url, linus.token);
    await told(linus, 'online');
    const before = Date.now();

    linus.line.hangUp();
    alone.line.hangUp();
    await told(alone, 'offline');
    expect(await statusOf(linus)).toBe('online');

    tab.hangUp();
    expect(await statusOf(linus)).toBe('online');
    const { users } = await told(linus, 'offline');

    const lastSeenAt = Date.parse(users.find(({ userId }) => userId === linus.id)!.lastSeenAt!);
    expect(lastSeenAt).toBeGreaterThanOrEqual(before);
    expect(await ada.calls('user', { userId: linus.id })).toMatchObject({
      status: 'offline',
      lastSeenAt: new Date(lastSeenAt).toISOString(),
    });
  });

  it('a reload is not a departure', async () => {
    const linus = await signIn(server, 'linus-reloads');
    await told(linus, 'online');

    linus.line.hangUp();
    await linus.line.connect();
    await grace.asks('presence:set', { status: 'dnd' });
    await told(grace, 'dnd');

    const statuses = ada.line.ears
      .of('presence:updated')
      .flatMap(({ users }) => users.filter(({ userId }) => userId === linus.id));
    expect(statuses.map(({ status }) => status)).toEqual(['online']);
  });
});
