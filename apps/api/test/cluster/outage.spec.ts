import type { Room } from '@parley/shared-types';
import { Device } from '../chaos/device.js';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { OwnRedis, Way } from '../redis.js';
import { refusalOf } from '../refusal.js';
import type { Server } from '../server.js';
import { until } from '../until.js';
import { Cluster, describeCluster } from './cluster.js';

const readiness = async (server: Server) => {
  const answer = await fetch(`${server.url}/readyz`);
  const { checks } = (await answer.json()) as { checks: Record<string, string> };
  return { status: answer.status, checks };
};

const isAway = async (server: Server) => (await readiness(server)).checks['redis'] === 'down';

const idsIn = (device: Device, room: Room): string[] =>
  device.timeline(room.id)!.messages.map(({ id }) => id);

describeCluster('R5 · Redis is away from one of two nodes', () => {
  let redis: OwnRedis;
  let way: Way;
  let cluster: Cluster;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    redis = await OwnRedis.start();
    const { url } = redis;
    way = await Way.to(url);
    cluster = await Cluster.start({ redis: [url, way.url] });
    ada = await signIn(cluster.a, 'ada');
    grace = await signIn(cluster.b, 'grace');
    room = await ada.creates('group', 'outage', grace);
  }, 60_000);
  afterAll(async () => {
    way?.close();
    await cluster?.stop();
    await redis?.kill();
  }, 60_000);

  /** A client on each node that comes back by itself and asks for what it missed. */
  const clients = () =>
    [ada, grace].map(
      (person) =>
        new Device(person.server, person, person.user.username, [room.id], { reconnectionDelay: 500 }),
    );

  /** Within ten seconds, everything that is stored. */
  async function converge(devices: Device[], since: number): Promise<void> {
    const stored = (await ada.historyOf(room)).map(({ id }) => id);
    await until('all clients to have all messages', () =>
      devices.every((device) => idsIn(device, room).length === stored.length),
    );
    expect(Date.now() - since).toBeLessThan(10_000);
    for (const device of devices) expect(idsIn(device, room)).toEqual(stored);
  }

  it('for one node alone: what that one said is made up for on the other, which noticed nothing', async () => {
    const devices = clients();
    await until('both to be there', () => devices.every(({ isOnline }) => isOnline));
    way.cut();
    await until('b to know', () => isAway(cluster.b));
    const there = await signIn(cluster.b, 'grace');
    await there.says(room, 'said where nobody hears');
    expect(await isAway(cluster.a)).toBe(false);
    way.mend();

    await converge(devices, Date.now());
  }, 60_000);

  it('rights are asked of the database while nobody can say that they changed', async () => {
    const here = await signIn(cluster.a, 'ada');
    const linus = await signIn(cluster.b, 'linus');
    const three = await here.creates('group', 'rights', linus);
    await linus.says(three, 'known on b');
    way.cut();
    await until('b to know', () => isAway(cluster.b));
    await linus.calls('messages', { roomId: three.id });
    await here.removes(linus, three);

    expect(await refusalOf(linus.says(three, 'too late'))).toBe('not_found');
    expect(await refusalOf(linus.calls('messages', { roomId: three.id }))).toBe('not_found');
    way.mend();
    await until('b to be back', async () => !(await isAway(cluster.b)));
  }, 60_000);

  it('who was removed by a node that cannot say so writes nothing through one that does not know', async () => {
    const there = await signIn(cluster.b, 'ada');
    const barbara = await signIn(cluster.a, 'barbara');
    const two = await there.creates('group', 'cut off', barbara);
    await barbara.says(two, 'known on a');
    way.cut();
    await until('b to know', () => isAway(cluster.b));
    await there.removes(barbara, two);

    expect(await isAway(cluster.a)).toBe(false);
    expect(await refusalOf(barbara.says(two, 'too late'))).toBe('not_found');
    way.mend();
    await until('b to be back', async () => !(await isAway(cluster.b)));
  }, 60_000);

  it('is said once when it goes, and once when it comes', () => {
    const lines = cluster.b.log.lines.map(({ message }) => message);
    const gone = lines.filter((line) => JSON.stringify(line).includes('Redis is away'));
    const back = lines.filter((line) => JSON.stringify(line).includes('Redis is back'));

    // In the three tests before this one.
    expect(gone).toHaveLength(3);
    expect(back).toHaveLength(3);
  });

  it('when it hangs, nobody waits for it', async () => {
    const here = await signIn(cluster.a, 'ada');
    redis.freeze();
    const startedAt = Date.now();
    for (let i = 0; i < 5; i++) await here.says(room, `while it hangs ${i}`);
    const tookMs = Date.now() - startedAt;
    redis.thaw();

    expect(tookMs).toBeLessThan(2_000);
  }, 60_000);
});
