import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../metrics/metrics.js';
import { JobsRepository, type TopicCount } from './jobs.repository.js';

const GAUGES: { name: string; help: string; of: (count: TopicCount) => number }[] = [
  { name: 'parley_jobs', help: 'Jobs that are left to be done', of: ({ left }) => left },
  {
    name: 'parley_jobs_oldest_seconds',
    help: 'Age of the oldest job that is left to be done',
    of: ({ oldest }) => (oldest === null ? 0 : (Date.now() - oldest) / 1_000),
  },
  { name: 'parley_dead_letters', help: 'Jobs that were given up', of: ({ dead }) => dead },
];

/** Asked of the table when somebody looks. */
@Injectable()
export class JobMetrics {
  constructor({ registry }: Metrics, jobs: JobsRepository) {
    for (const { name, help, of } of GAUGES) {
      new Gauge({
        name,
        help,
        labelNames: ['topic'],
        registers: [registry],
        async collect() {
          const counts = await jobs.counts();
          this.reset();
          for (const count of counts) this.set({ topic: count.topic }, of(count));
        },
      });
    }
  }
}
