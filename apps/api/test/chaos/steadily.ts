import { setTimeout as delay } from 'node:timers/promises';
import { atEndOf } from './at-end.js';

/** Does something so often a second, whether it is answered or not, until told to stop; then all outcomes. */
export function steadily<Result>(perSecond: number, act: (i: number) => Promise<Result>) {
  const under: Promise<Result>[] = [];
  const from = performance.now();
  let isStopped = false;
  const done = (async () => {
    while (!isStopped) {
      const one = act(under.length);
      // Whoever stops it is told; where a test failed before, nobody asks any more.
      one.catch(() => undefined);
      under.push(one);
      // From the beginning, so that what was late is made up for.
      const aheadMs = (under.length * 1_000) / perSecond - (performance.now() - from);
      if (aheadMs > 1) await delay(aheadMs);
    }
  })();
  atEndOf('test', () => (isStopped = true));
  return {
    get count() {
      return under.length;
    },
    stop: async (): Promise<Result[]> => {
      isStopped = true;
      await done;
      return Promise.all(under);
    },
  };
}
