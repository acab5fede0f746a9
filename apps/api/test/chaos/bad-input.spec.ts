import { Mischief } from '../bad-input/mischief.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { newNode } from './node.js';
import { seeded } from './random.js';
import { signIn } from './sign-in.js';
import { faultsOfFile } from './stored.js';

const LIMIT_MS = 180_000;

/** pino's levels from error on; a line that is not of the log at all is worse. */
const isFault = (line: string): boolean => {
  try {
    return (JSON.parse(line) as { level: number }).level >= 50;
  } catch {
    return true;
  }
};

describe('bad input while a conversation runs', () => {
  it(
    'is refused; the process lives on, logs no error, and nothing that was said is lost',
    async () => {
      const node = await newNode();
      await node.start();
      const { pid } = node;
      const load = await Load.on(node, seeded());
      await load.isOnline();
      load.start();
      await load.next('ack');
      const before = load.ackedCount;

      const mischief = new Mischief(node, (await signIn(node, 'linus-1')).token);
      await mischief.doAll();

      await load.finish();
      expect(mischief.faults).toEqual([]);
      expect(load.ackedCount).toBeGreaterThan(before);
      expect(load.refusals).toEqual([]);
      expect(load.devices.map(({ connections }) => connections)).toEqual(load.devices.map(() => 1));
      expect({ pid: node.pid, hasEnded: node.hasEnded }).toEqual({ pid, hasEnded: false });
      expect(node.output.split('\n').filter(Boolean).filter(isFault)).toEqual([]);
      expect(check(await load.storyOverRest())).toEqual([]);
      expect(check(await load.storyInFile(node.databaseFile))).toEqual([]);
      expect(await faultsOfFile(node.databaseFile)).toEqual([]);
    },
    LIMIT_MS,
  );
});
