import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../until.js';
import { serverDatabase, type ServerEngine } from '../../src/testing/server-database.js';
import { Refusal } from '../refusal.js';
import { callRoute } from '../rest.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { newNode } from './node.js';
import { PrivateServer } from './private-server.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { signIn } from './sign-in.js';

const DOWN_MS = 5_000;

const ENGINES: ServerEngine[] = ['postgres', 'mysql'];

for (const engine of ENGINES) {
  const suite = PrivateServer.isThere(engine) ? describe : describe.skip;

  suite(`R7 · ${engine} is away for five seconds under load`, () => {
    it('what cannot be stored is refused at once, and nothing is lost or doubled', async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const server = await PrivateServer.start(engine);
      const { url } = await serverDatabase(engine, server.url);
      const node = await newNode({ settings: { DATABASE_URL: url, LOG_LEVEL: 'fatal' } });
      await node.start();
      const load = await Load.on(node, random, 1);
      const ada = await signIn(node, 'ada');
      await load.isOnline();
      load.start();
      await delay(1_000);

      await server.kill();
      const downAt = performance.now();
      const waits: number[] = [];
      while (performance.now() - downAt < DOWN_MS) {
        const askedAt = performance.now();
        const code = await callRoute(node.url, ada.token, 'createRoom', { kind: 'channel', name: 'x' }).then(
          () => 'ok',
          (error: unknown) => (error instanceof Refusal ? error.code : 'no answer'),
        );
        waits.push(performance.now() - askedAt);
        expect(code).toBe('unavailable');
        expect(await node.readiness()).toBe(503);
        await delay(100);
      }
      await server.start();
      const upAt = performance.now();
      await until('the node to be ready again', () => node.isReady());
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
