import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Route } from '@parley/shared-types';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import type { RateLimit } from '../../config/rate-limit.js';
import { Redis } from '../redis/redis.js';
import { addressKey } from './address-key.js';
import { costOfCommand, costOfRoute, HANDSHAKE, OTHER, type Budget, type Cost } from './costs.js';
import { Limiter, type SharedCounters } from './limiter.js';
import { OneAtATime } from './one-at-a-time.js';

/** Who pays: a person, or where nobody is signed in, an address. */
export type Payer = { userId?: string | undefined; address: string | null | undefined };

/** Wrong passwords and recovery codes per name. */
const WRONG_GUESSES = { points: 10, ms: 10 * 60_000 };

/**
 * How much one may do in a while. What is asked for answers undefined where there is no limit, so that nobody waits
 * for it; otherwise it settles, or throws AppError `rate_limited`.
 */
@Injectable()
export class RateLimits {
  readonly #budgets: Record<Budget, Limiter | null>;
  readonly #guesses: Limiter | null;
  readonly #turns = new OneAtATime();
  readonly #isOffForCommands: boolean;

  constructor(
    @Inject(ENV) env: Pick<Env, 'RATE_LIMIT_MESSAGES' | 'RATE_LIMIT_LOGIN' | 'RATE_LIMIT_HTTP'>,
    @Optional() redis?: Redis,
  ) {
    const shared = redis?.isConfigured ? sharedCounters(redis) : undefined;
    const limiterOf = (name: string, limit: RateLimit) => limit && new Limiter(name, limit, shared);
    this.#budgets = {
      messages: limiterOf('messages', env.RATE_LIMIT_MESSAGES),
      logins: limiterOf('logins', env.RATE_LIMIT_LOGIN),
      requests: limiterOf('requests', env.RATE_LIMIT_HTTP),
    };
    this.#guesses = limiterOf('guesses', env.RATE_LIMIT_LOGIN && WRONG_GUESSES);
    this.#isOffForCommands = !env.RATE_LIMIT_MESSAGES && !env.RATE_LIMIT_HTTP;
  }

  /** A packet of a socket, whatever is in it. */
  command(name: string, userId: string): Promise<void> | undefined {
    if (this.#isOffForCommands) return undefined;
    const [budget, points] = costOfCommand(name);
    return this.#budgets[budget]?.spend(userId, points);
  }

  /** A REST call. Signing in is counted by address, whoever is signed in already. */
  route(route: Route, { userId, address }: Payer): Promise<void> | undefined {
    const [budget, points] = costOfRoute(route);
    const key = (budget !== 'logins' && userId) || keyOf(address);
    return this.#budgets[budget]?.spend(key, points);
  }

  /** A new connection; who turns out to have no session pays as a stranger too. */
  handshake(address: string | null | undefined): Promise<void> | undefined {
    return this.#at(address, HANDSHAKE);
  }

  /** A call or a handshake that was refused before anybody else paid for it. */
  stranger(address: string | null | undefined): Promise<void> | undefined {
    return this.#at(address, OTHER);
  }

  #at(address: string | null | undefined, [budget, points]: Cost): Promise<void> | undefined {
    return this.#budgets[budget]?.spend(keyOf(address), points);
  }

  /**
   * Whether somebody guessed right what opens this person's name. Only wrong ones count, each is made after the one
   * before, and when there were too many, none is looked at.
   * @throws AppError `rate_limited`
   */
  guess(userId: string, isRight: () => Promise<boolean> | boolean): Promise<boolean> {
    const guesses = this.#guesses;
    if (!guesses) return Promise.resolve(isRight());

    return this.#turns.run(userId, async () => {
      await guesses.requireSome(userId);
      const right = await isRight();
      if (!right) await guesses.take(userId, 1);
      return right;
    });
  }
}

/** Longer than Redis ever takes, and short enough for somebody who waits when it hangs. */
const COUNT_MS = 250;

/** What is spent in one turn of the event loop is asked for at once. */
function sharedCounters(redis: Redis): SharedCounters {
  const connection = redis.connect('limits', {
    enableAutoPipelining: true,
    commandTimeout: COUNT_MS,
  });
  connection.connect().catch(() => undefined);
  return { connection, prefix: redis.prefix };
}

/** Never the id of a person, whatever a proxy says where somebody is. */
const keyOf = (address: string | null | undefined) => `at ${address ? addressKey(address) : 'nowhere'}`;
