import { signIn } from '../people.js';
import { OwnRedis } from '../redis.js';
import { Refusal } from '../refusal.js';
import { until } from '../until.js';
import { Cluster, describeCluster } from './cluster.js';

const MESSAGES = 10;

async function isTaken(message: Promise<unknown>): Promise<boolean> {
  try {
    await message;
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rate_limited') return false;
    throw error;
  }
}

describeCluster('R5 · limits on two nodes', () => {
  let cluster: Cluster;
  let redis: OwnRedis;

  beforeAll(async () => {
    redis = await OwnRedis.start();
    const { url } = redis;
    cluster = await Cluster.start({
      settings: { RATE_LIMIT_MESSAGES: `${MESSAGES}/10m` },
      redis: [url, url],
    });
  }, 60_000);
  afterAll(async () => {
    await cluster?.stop();
    await redis?.kill();
  }, 60_000);

  /** How many of so many messages, sent by turns on both nodes, are taken. */
  async function taken(name: string, tries: number): Promise<[onA: number, onB: number]> {
    const here = await signIn(cluster.a, name);
    const there = await signIn(cluster.b, name);
    const room = await here.creates('group', name);
    const counts: [number, number] = [0, 0];
    for (let i = 0; i < tries; i++) {
      if (await isTaken(here.says(room, `a ${i}`))) counts[0]++;
      if (await isTaken(there.says(room, `b ${i}`))) counts[1]++;
    }
    return counts;
  }

  it('are counted together', async () => {
    expect(await taken('ada', MESSAGES)).toEqual([MESSAGES / 2, MESSAGES / 2]);
  });

  it('are each node’s own while Redis is away, and there are some', async () => {
    await redis.kill();
    await until('both nodes to know', async () => {
      const answers = await Promise.all([cluster.a, cluster.b].map(({ url }) => fetch(`${url}/readyz`)));
      return answers.every(({ status }) => status === 503);
    });

    expect(await taken('grace', MESSAGES + 2)).toEqual([MESSAGES, MESSAGES]);

    await redis.start();
  }, 60_000);
});
