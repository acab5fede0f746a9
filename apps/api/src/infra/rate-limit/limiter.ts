import type { Redis as Connection } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { rateLimited } from '../../common/app-error.js';
import type { RateLimit } from '../../config/rate-limit.js';

/** Costs are given to a tenth of a point; stores count in whole numbers. */
const PARTS = 10;

/** Where all nodes count together: the names of the counters begin with `prefix`. */
export type SharedCounters = { connection: Connection; prefix: string };

/**
 * So many points for each key and window of time; a window begins with the first of them. Here alone is known where
 * they are counted: in this process, or where nodes share a Redis, there. While that is away each node counts for
 * itself, so that there are limits all the same.
 */
export class Limiter {
  readonly #counter: RateLimiterAbstract;
  readonly #all: number;

  constructor(name: string, { points, ms }: NonNullable<RateLimit>, shared?: SharedCounters) {
    this.#all = points * PARTS;
    const limit = { points: this.#all, duration: ms / 1_000 };
    const own = new RateLimiterMemory({ ...limit, keyPrefix: name });
    this.#counter = shared ? countingIn(shared, name, limit, own) : own;
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

function countingIn(
  { connection, prefix }: SharedCounters,
  name: string,
  limit: { points: number; duration: number },
  insuranceLimiter: RateLimiterMemory,
): RateLimiterRedis {
  return new RateLimiterRedis({
    ...limit,
    storeClient: connection,
    keyPrefix: `${prefix}limit:${name}`,
    rejectIfRedisNotReady: true,
    insuranceLimiter,
    // Whoever has nothing left has nothing until the window ends, whatever others count: that need not be asked again.
    inMemoryBlockOnConsumed: limit.points,
  });
}

const nothing = () => undefined;

function refuse(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? rateLimited(reason.msBeforeNext) : reason;
}
