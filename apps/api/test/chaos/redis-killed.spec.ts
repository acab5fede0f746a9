import { setTimeout as delay } from 'node:timers/promises';
import { OwnRedis } from '../redis.js';
import { until } from '../until.js';
import { atEndOf } from './at-end.js';
import { balancer } from './balancer.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const DOWN_MS = 5_000;
const LIMIT_MS = 120_000;

describeTwoNodes('R5 · Redis is killed under load and comes back empty after five seconds', () => {
  it(
    'nothing is lost, and the people of both nodes have everything soon after',
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const redis = await OwnRedis.start();
      atEndOf('test', () => redis.kill());
      const { all } = await twoNodes({ redis: redis.url, settings: { LOG_LEVEL: 'fatal' } });
      const load = await Load.on(await balancer(all), random);
      await load.isOnline();
      load.start();
      await delay(1_000);

      await redis.kill();
      const ackedBefore = load.ackedCount;
      await delay(DOWN_MS);
      const ackedMeanwhile = load.ackedCount - ackedBefore;
      await redis.start();
      const backAt = performance.now();
      await until('both nodes to be ready again', async () =>
        (await Promise.all(all.map((node) => node.isReady()))).every(Boolean),
      );
      await load.finish();

      const ms = Math.round(performance.now() - backAt);
      report(`${ackedMeanwhile} acked without Redis; all have everything ${ms} ms after it is back (10,000)`);
      expect(ackedMeanwhile).toBeGreaterThan(0);
      expect(load.refusals).toEqual([]);
      expect(check(await load.storyOverRest())).toEqual([]);
    },
    LIMIT_MS,
  );
});
