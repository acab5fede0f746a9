import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../until.js';
import { balancer } from './balancer.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const LIMIT_MS = 120_000;

describeTwoNodes('R14, R15 · two nodes are drained and restarted one after the other under load', () => {
  it(
    'each answers all that it was asked, and nobody loses a message or gets one twice',
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const { all: nodes } = await twoNodes();
      const load = await Load.on(await balancer(nodes), random);
      await load.isOnline();
      load.start();

      for (const node of nodes) {
        await delay(500);
        const toldAt = performance.now();
        const since = () => Math.round(performance.now() - toldAt);
        node.signal('SIGTERM');
        await until('readiness to end', async () => (await node.readiness()) === 503);
        const unreadyMs = since();
        expect(await node.exit).toEqual({ code: 0, signal: null });
        const drainedMs = since();
        const readyMs = await node.start();
        report(`not ready ${unreadyMs} ms after it was told, drained after ${drainedMs} ms (10,000)`);
        report(`  ready again after ${readyMs} ms; ${load.ackedCount} acked so far`);
        await load.isOnline();
      }
      await delay(500);
      await load.finish();

      expect(load.senders.map((sender) => sender.unanswered)).toEqual(load.senders.map(() => 0));
      expect(check(await load.storyOverRest())).toEqual([]);
      expect(load.refusals.filter((code) => code !== 'unavailable')).toEqual([]);
      expect(nodes.map((node) => node.output)).toEqual(nodes.map(() => ''));
    },
    LIMIT_MS,
  );
});
