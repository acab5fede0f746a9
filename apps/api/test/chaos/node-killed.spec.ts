import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../until.js';
import { balancer } from './balancer.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

/** The full form of this test has ten. */
const CYCLES = Number(process.env['CHAOS_CYCLES'] ?? 3);

describeTwoNodes('R1 · two nodes on one database, one of them killed again and again under load', () => {
  it(
    `survives ${CYCLES} kills at random moments`,
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const { all: nodes } = await twoNodes();
      const load = await Load.on(await balancer(nodes), random);
      await load.isOnline();
      load.start();

      for (let cycle = 1; cycle <= CYCLES; cycle++) {
        const lifeMs = random.between(200, 1_500);
        await delay(lifeMs);
        const victim = random.of(nodes);
        await victim.kill();
        const before = load.ackedCount;
        await until('the other one to go on', () => load.ackedCount > before);
        const readyMs = await victim.start();
        await load.isOnline();
        report(`cycle ${cycle}: killed after ${lifeMs} ms, ready after ${readyMs} ms`);
      }
      await delay(500);
      await load.finish();

      report(`${load.ackedCount} acked`);
      expect(check(await load.storyOverRest())).toEqual([]);
    },
    60_000 + CYCLES * 30_000,
  );
});
