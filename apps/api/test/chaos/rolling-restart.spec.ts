import { setTimeout as delay } from 'node:timers/promises';
import { balancer } from './balancer.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const LIMIT_MS = 120_000;

describeTwoNodes('R15 · two nodes are restarted one after the other under load', () => {
  it(
    'nobody loses a message or gets one twice',
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const nodes = await twoNodes();
      const load = await Load.on(await balancer(nodes), random);
      await load.isOnline();
      load.start();

      for (const node of nodes) {
        await delay(500);
        node.signal('SIGTERM');
        expect(await node.exit).toEqual({ code: 0, signal: null });
        const readyMs = await node.start();
        report(`drained, and ready again after ${readyMs} ms; ${load.ackedCount} acked so far`);
        await load.isOnline();
      }
      await delay(500);
      await load.finish();

      expect(check(await load.storyOverRest())).toEqual([]);
      expect(load.refusals.filter((code) => code !== 'unavailable')).toEqual([]);
      expect(nodes.map((node) => node.output)).toEqual(['', '']);
    },
    LIMIT_MS,
  );
});
