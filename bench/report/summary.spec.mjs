import { expect, test } from '@jest/globals';
import { summarize } from './summary.mjs';

const workload = {
  name: 'pairs',
  metrics: [
    { key: 'speed', label: 'speed', ratio: true, better: 'higher', bar: 0.5, aim: 1 },
    { key: 'wait', label: 'wait', better: 'lower', bar: 10, aim: 5 },
  ],
};

test('a ratio is taken within each round before the median', () => {
  const rounds = [
    { parley: { speed: 10, wait: 4 }, bare: { speed: 100, wait: 1 } },
    { parley: { speed: 60, wait: 6 }, bare: { speed: 100, wait: 1 } },
    { parley: { speed: 8, wait: 20 }, bare: { speed: 10, wait: 1 } },
  ];

  const [speed, wait] = summarize(workload, rounds);

  expect(speed).toMatchObject({ ratio: { median: 0.6, min: 0.1, max: 0.8 }, verdict: 'bar' });
  expect(wait).toMatchObject({ measured: { median: 6 }, ratio: { median: NaN }, verdict: 'bar' });
});

test('less than the bar is called so, in both directions', () => {
  const [speed, wait] = summarize(workload, [
    { parley: { speed: 1, wait: 11 }, bare: { speed: 100, wait: 1 } },
  ]);

  expect([speed.verdict, wait.verdict]).toEqual(['BELOW', 'BELOW']);
});
