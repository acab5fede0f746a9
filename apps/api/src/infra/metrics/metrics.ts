import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** What the process itself is like. Only who is asked for it measures: garbage collection and the loop are watched then. */
let ofProcess: Registry | undefined;

function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** What Prometheus is told. A feature makes its counters and gauges in `registry`, named `parley_…`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    const parts = await Promise.all([processMetrics().metrics(), this.registry.metrics()]);
    return parts.filter((part) => part !== '').join('\n');
  }
}
