import { spread, verdict } from './statistics.mjs';

const YARDSTICK = 'bare';

/**
 * One row for each metric and measured peer. A ratio is taken within a round, where both met the same machine;
 * then the median over the rounds counts.
 */
export function summarize(workload, rounds) {
  const peers = Object.keys(rounds[0]).filter((name) => name !== YARDSTICK);
  return workload.metrics.flatMap((metric) =>
    peers.map((peer) => {
      const of = (name) => rounds.map((round) => round[name]?.[metric.key] ?? NaN);
      const yardstick = of(YARDSTICK);
      const ratios = metric.ratio ? of(peer).map((value, n) => value / yardstick[n]) : [];
      const measured = spread(of(peer));
      const ratio = spread(ratios);
      return {
        workload: workload.name,
        metric: metric.key,
        label: metric.label,
        peer,
        measured,
        yardstick: spread(yardstick),
        ratio,
        bar: metric.bar,
        aim: metric.aim,
        verdict: verdict(metric.ratio ? ratio.median : measured.median, metric),
      };
    }),
  );
}
