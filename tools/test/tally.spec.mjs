import { expect, test } from '@jest/globals';
import { tally } from './tally.mjs';

test('tests count one each, checks that passed count nothing', () => {
  expect(tally([{ code: 0 }, { code: 0, passed: 40, failed: 0 }, { code: 1, passed: 7, failed: 2 }])).toEqual(
    {
      passed: 47,
      failed: 2,
    },
  );
});

test('a check that failed, or a runner that crashed after its tests, counts as one failed', () => {
  expect(tally([{ code: 1 }, { code: 1, passed: 5, failed: 0 }])).toEqual({ passed: 5, failed: 2 });
});

test('a run without tests is a failure', () => {
  expect(tally([{ code: 0 }, { code: 0, passed: 0, failed: 0 }])).toEqual({ passed: 0, failed: 1 });
});
