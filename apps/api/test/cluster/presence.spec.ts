import { setTimeout as delay } from 'node:timers/promises';
import { OFFLINE_GRACE_MS, type Room } from '@parley/shared-types';
import { Line } from '../line.js';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { Way, redisUrl } from '../redis.js';
import { until } from '../until.js';
import { Cluster, describeCluster } from './cluster.js';

const of = (person: Person) => (told: { users: { userId: string; status: string }[] }) =>
  told.users.filter(({ userId }) => userId === person.id).map(({ status }) => status);

/** What this person was told of that one's presence. */
const toldOf = (ears: Person, person: Person): string[] =>
  ears.line.ears.of('presence:updated').flatMap(of(person));

const statusSeenBy = async (viewer: Person, person: Person): Promise<string> =>
  (await viewer.calls('user', { userId: person.id })).status;

describeCluster('presence on two nodes', () => {
  let cluster: Cluster;
  let way: Way;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    const url = redisUrl();
    way = await Way.to(url);
    cluster = await Cluster.start({ redis: [url, way.url] });
    ada = await signIn(cluster.a, 'ada');
    grace = await signIn(cluster.b, 'grace');
    room = await ada.creates('group', 'here and there', grace);
  }, 60_000);
  afterAll(async () => {
    way?.close();
    await cluster?.stop();
  }, 60_000);

  it('is that of both: who is on the other node is online', async () => {
    expect(await statusSeenBy(ada, grace)).toBe('online');
    expect(await statusSeenBy(grace, ada)).toBe('online');
    expect((await ada.sees(room)).members.map(({ status }) => status)).toEqual(['online', 'online']);
  });

  it('does not change when somebody goes over to the other node within the time of grace', async () => {
    const linus = await signIn(cluster.a, 'linus');
    await ada.creates('group', 'with linus', linus, grace);
    await until('linus to be online', async () => (await statusSeenBy(grace, linus)) === 'online');
    linus.line.hangUp();
    const there = await Line.open(cluster.b.url, linus.token);
    await delay(OFFLINE_GRACE_MS + 1_000);

    // News of the coming may come late.
    expect(toldOf(ada, linus)).not.toContain('offline');
    expect(await statusSeenBy(ada, linus)).toBe('online');

    const leftAt = Date.now();
    there.hangUp();
    await ada.isTold('presence:updated', (told) => of(linus)(told).includes('offline'));
    const { lastSeenAt } = await ada.calls('user', { userId: linus.id });
    expect(Math.abs(Date.parse(lastSeenAt!) - leftAt)).toBeLessThan(1_000);
  });

  it('ends when the last socket on any node is gone', async () => {
    const edsger = await signIn(cluster.a, 'edsger');
    const there = await Line.open(cluster.b.url, edsger.token);
    await ada.creates('group', 'with edsger', edsger, grace);
    ada.line.ears.forget();
    edsger.line.hangUp();
    there.hangUp();
    await ada.isTold('presence:updated', (told) => of(edsger)(told).includes('offline'));

    expect(await statusSeenBy(ada, edsger)).toBe('offline');
    expect(await statusSeenBy(grace, edsger)).toBe('offline');
  });

  it('of a node that says nothing any more ends with its lease; who is elsewhere too stays', async () => {
    const adaThere = await Line.open(cluster.b.url, ada.token);
    const cutAt = Date.now();
    way.cut();
    await delay(10_000);
    expect(toldOf(ada, grace)).not.toContain('offline');
    await until('grace to be offline', () => toldOf(ada, grace).includes('offline'));
    const tookMs = Date.now() - cutAt;

    expect(tookMs).toBeLessThan(60_000);
    const { status, lastSeenAt } = await ada.calls('user', { userId: grace.id });
    expect(status).toBe('offline');
    expect(Math.abs(Date.parse(lastSeenAt!) - cutAt)).toBeLessThan(25_000);
    expect(await statusSeenBy(ada, ada)).toBe('online');

    way.mend();
    await until('grace to be online again', async () => (await statusSeenBy(ada, grace)) === 'online');
    adaThere.hangUp();
  }, 90_000);
});
