import { expect, test } from '@jest/globals';
import { Latencies } from './latencies.mjs';

test('percentiles are the ranks of what was added', () => {
  const latencies = new Latencies();
  for (let ms = 1; ms <= 100; ms++) latencies.add(ms);

  expect([0.01, 0.5, 0.99, 1].map((share) => latencies.percentile(share))).toEqual([1, 50, 99, 100]);
});

test('what is longer than a minute counts as a minute', () => {
  const latencies = new Latencies();
  latencies.add(1e9);

  expect(Math.round(latencies.percentile(1))).toBe(60_000);
});

test('nothing has no percentile', () => {
  expect(new Latencies().percentile(0.5)).toBeNaN();
});
