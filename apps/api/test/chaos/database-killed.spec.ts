import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../until.js';
import { serverDatabase, type ServerEngine } from '../../src/testing/server-database.js';
import { Refusal } from '../refusal.js';
import { callRoute } from '../rest.js';
import { balancer } from './balancer.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { PrivateServer } from './private-server.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { signIn } from './sign-in.js';
import { describeWithRedis, twoNodes } from './two-nodes.js';

const DOWN_MS = 5_000;

const ENGINES: ServerEngine[] = ['postgres', 'mysql'];

for (const engine of ENGINES) {
  const suite = PrivateServer.isThere(engine) ? describeWithRedis : describe.skip;

  suite(`R7 · ${engine} is away from two nodes for five seconds under load`, () => {
    it('what cannot be stored is refused at once, and nothing is lost or doubled', async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const server = await PrivateServer.start(engine);
      const { url: databaseUrl } = await serverDatabase(engine, server.url);
      const { all } = await twoNodes({ databaseUrl, settings: { LOG_LEVEL: 'fatal' } });
      const load = await Load.on(await balancer(all), random, 1);
      const ada = await signIn(all[0]!, 'ada');
      await load.isOnline();
      load.start();
      await delay(1_000);

      await server.kill();
      const downAt = performance.now();
      const waits: number[] = [];
      while (performance.now() - downAt < DOWN_MS) {
        for (const node of all) {
          const askedAt = performance.now();
          const room = { kind: 'channel', name: 'x' } as const;
          const code = await callRoute(node.url, ada.token, 'createRoom', room).then(
            () => 'ok',
            (error: unknown) => (error instanceof Refusal ? error.code : 'no answer'),
          );
          waits.push(performance.now() - askedAt);
          expect(code).toBe('unavailable');
          expect(await node.readiness()).toBe(503);
        }
        await delay(100);
      }
      await server.start();
      const upAt = performance.now();
      for (const node of all) await until('each node to be ready again', () => node.isReady());
      const ackedBefore = load.ackedCount;
      await until('the next ack', () => load.ackedCount > ackedBefore);
      const backMs = Math.round(performance.now() - upAt);
      await delay(500);
      await load.finish();

      report(`refused within ${Math.round(Math.max(...waits))} ms (2,000), back after ${backMs} ms (5,000)`);
      report(`${load.ackedCount} acked, ${load.refusals.length} refused`);
      expect(new Set(load.refusals)).toEqual(new Set(['unavailable']));
      expect(check(await load.storyOverRest())).toEqual([]);
    }, 120_000);
  });
}
