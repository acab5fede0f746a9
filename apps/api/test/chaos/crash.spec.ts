import { setTimeout as delay } from 'node:timers/promises';
import { check } from './checker.js';
import { Load } from './load.js';
import { newNode } from './node.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { faultsOfFile } from './stored.js';

/** The full form of this test has ten. */
const CYCLES = Number(process.env['CHAOS_CYCLES'] ?? 3);
/** When an ack or a fact has just come, whatever it promised had better be stored. */
const MOMENTS = ['any time', 'ack', 'fact'] as const;

const LIMIT_MS = 60_000 + CYCLES * 30_000;

describe('R1 · an acked message is stored, once, for ever', () => {
  it(
    `survives ${CYCLES} kills at random moments under load`,
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const node = await newNode();
      await node.start();
      const load = await Load.on(node, random);
      await load.isOnline();
      load.start();

      for (let cycle = 1; cycle <= CYCLES; cycle++) {
        const lifeMs = random.between(200, 1_500);
        await delay(lifeMs);
        const moment = MOMENTS[cycle % MOMENTS.length]!;
        if (moment !== 'any time') await load.next(moment);
        await node.kill();
        const readyMs = await node.start();
        await load.isOnline();
        report(`cycle ${cycle}: killed after ${lifeMs} ms (${moment}), ready after ${readyMs} ms`);
        report(`  ${load.ackedCount} acked so far`);
      }
      await delay(random.between(200, 800));
      await load.finish();

      expect(load.refusals).toEqual([]);
      expect(check(await load.storyOverRest())).toEqual([]);
      expect(check(await load.storyInFile(node.databaseFile))).toEqual([]);
      expect(await faultsOfFile(node.databaseFile)).toEqual([]);
      expect(node.output).toBe('');
      expect((await load.storyInFile(node.databaseFile)).stored.length).toBeGreaterThan(100);
    },
    LIMIT_MS,
  );
});
