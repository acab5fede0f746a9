import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { rateLimited } from '../../common/app-error.js';
import type { RateLimit } from '../../config/rate-limit.js';

/** Costs are given to a tenth of a point; stores count in whole numbers. */
const PARTS = 10;

/**
 * So many points for each key and window of time; a window begins with the first of them. Here alone is known where
 * they are counted, which is this process.
 */
export class Limiter {
  readonly #counter: RateLimiterAbstract;
  readonly #all: number;

  constructor(name: string, { points, ms }: NonNullable<RateLimit>) {
    this.#all = points * PARTS;
    this.#counter = new RateLimiterMemory({ keyPrefix: name, points: this.#all, duration: ms / 1_000 });
  }

  /** What costs more than there ever is takes all there is. @throws AppError `rate_limited` */
  spend(key: string, points: number): Promise<void> {
    const parts = Math.min(Math.round(points * PARTS), this.#all);
    return this.#counter.consume(key, parts).then(nothing, refuse);
  }

  /** Settles when something is left, and takes none of it. @throws AppError `rate_limited` */
  async requireSome(key: string): Promise<void> {
    const window = await this.#counter.get(key);
    if (window && window.remainingPoints <= 0 && window.msBeforeNext > 0) refuse(window);
  }

  /** Takes points also where none are left. */
  async take(key: string, points: number): Promise<void> {
    await this.#counter.penalty(key, Math.round(points * PARTS));
  }
}

const nothing = () => undefined;

function refuse(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? rateLimited(reason.msBeforeNext) : reason;
}
