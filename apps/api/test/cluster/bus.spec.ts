import { loadEnv } from '../../src/config/env.js';
import { LocalBus } from '../../src/infra/bus/local-bus.js';
import { RedisBus } from '../../src/infra/bus/redis-bus.js';
import { Redis } from '../../src/infra/redis/redis.js';
import { emptyRedis, isRedisThere, redisUrl } from '../redis.js';
import { until } from '../until.js';

const SESSION_SECRET = 'only for tests, but long enough for it';
const describeRedis = (await isRedisThere()) ? describe : describe.skip;

describe('the bus of one node', () => {
  it('has nobody to tell, and nobody to wait for', async () => {
    const bus = new LocalBus();
    bus.publish();
    await bus.heard();
    await bus.settled();

    expect(bus).toMatchObject({ isShared: false, isUp: true, isFirst: true });
  });
});

describeRedis('the bus over Redis', () => {
  const url = redisUrl();
  const open: Redis[] = [];

  const node = async (address = url) => {
    const redis = new Redis(loadEnv({ REDIS_URL: address, SESSION_SECRET }));
    open.push(redis);
    const bus = new RedisBus(redis);
    const heard: string[] = [];
    bus.on('presence:came', ({ userId }) => heard.push(userId));
    const gaps: string[] = [];
    bus.onMissed(() => gaps.push('gap'));
    await bus.onModuleInit();
    return { redis, bus, heard, gaps };
  };

  afterEach(async () => {
    await Promise.all(open.splice(0).map((redis) => redis.onApplicationShutdown()));
    await emptyRedis(url);
  });

  it('brings the others what one publishes, in order, and itself nothing', async () => {
    const [a, b] = [await node(), await node()];
    for (let i = 0; i < 100; i++) a.bus.publish('presence:came', { userId: String(i) });
    await until('all to arrive', () => b.heard.length === 100);

    expect(b.heard).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
    expect(a.heard).toEqual([]);
    expect([a.gaps, b.gaps]).toEqual([[], []]);
  });

  it('has been heard when it says so', async () => {
    const [a, b] = [await node(), await node()];
    await until('a to know b', () => a.bus.isFirst !== b.bus.isFirst);
    a.bus.publish('presence:came', { userId: 'ada' });
    await a.bus.heard();

    expect(b.heard).toEqual(['ada']);
  });

  it('has heard all when it has settled', async () => {
    const [a, b] = [await node(), await node()];
    a.bus.publish('presence:came', { userId: 'ada' });
    await a.bus.settled();
    await b.bus.settled();

    expect(b.heard).toEqual(['ada']);
  });

  it('says farewell: the node is gone to the others after the time of grace', async () => {
    const [a, b] = [await node(), await node()];
    const gone: string[] = [];
    b.bus.onGone((nodeId) => gone.push(nodeId));
    await until('b to know a', () => a.bus.isFirst !== b.bus.isFirst);
    await a.redis.onApplicationShutdown();
    await until('a to be gone', () => gone.length > 0);

    expect(gone).toEqual([a.bus.nodeId]);
    expect(b.bus.isFirst).toBe(true);
  });

  it('keeps installations apart by their prefix', async () => {
    const other = redisUrl();
    const [a, stranger] = [await node(), await node(other)];
    a.bus.publish('presence:came', { userId: 'ada' });
    await a.bus.settled();
    await stranger.bus.settled();

    expect(stranger.heard).toEqual([]);
    await emptyRedis(other);
  });

  it('does not keep the start waiting for ever, and knows nothing while it is away', async () => {
    const guarded: string[] = [];
    const redis = new Redis(loadEnv({ REDIS_URL: 'redis://127.0.0.1:1', SESSION_SECRET }));
    open.push(redis);
    const bus = new RedisBus(redis);
    bus.guard({
      forgetEverything: () => guarded.push('forget'),
      suspend: () => guarded.push('suspend'),
      resume: () => guarded.push('resume'),
    });
    const startedAt = Date.now();
    await bus.onModuleInit();
    bus.publish('presence:came', { userId: 'ada' });
    await bus.heard();
    await bus.settled();

    expect(Date.now() - startedAt).toBeLessThan(5_000);
    expect(bus.isUp).toBe(false);
    expect(guarded).not.toContain('resume');
  });
});
