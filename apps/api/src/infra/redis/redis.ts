import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis as Connection, type RedisOptions } from 'ioredis';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { redisAddress } from '../../config/redis-url.js';

const CONNECT_MS = 2_000;

/** Between attempts to connect: soon at first, then every two seconds, and never all nodes at once. */
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;
const JITTER = 0.5;

/** How often a connection is tried that would otherwise not notice that nobody answers any more. */
const PING_MS = 1_000;

/** What all connections have in common: nothing that is asked of Redis waits for one that is away. */
const COMMON: RedisOptions = {
  connectTimeout: CONNECT_MS,
  keepAlive: 10_000,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  disconnectTimeout: 500,
  retryStrategy: (attempt) =>
    Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * (1 - JITTER * Math.random()),
};

/** The one place that connects to Redis, where there is one (REDIS_URL). */
@Injectable()
export class Redis implements OnApplicationShutdown {
  readonly #address: ReturnType<typeof redisAddress>;
  readonly #connections: Connection[] = [];
  readonly #beforeEnd: (() => Promise<void>)[] = [];

  constructor(@Inject(ENV) { REDIS_URL }: Pick<Env, 'REDIS_URL'>) {
    this.#address = REDIS_URL ? redisAddress(REDIS_URL) : null;
  }

  get isConfigured(): boolean {
    return this.#address !== null;
  }

  /** What the names of all that is kept there begin with. */
  get prefix(): string {
    return this.#address?.prefix ?? '';
  }

  /**
   * A connection that opens with the first command and comes back by itself. While it is away, commands fail at once.
   * With a `commandTimeout` it is given up and made anew when nothing is answered for so long; ioredis's own
   * `socketTimeout` may end the connection that comes after the one that it was for.
   * @param purpose how the server lists it
   */
  connect(purpose: string, options: RedisOptions): Connection {
    if (!this.#address) throw new Error('There is no Redis');
    const connection = new Connection(this.#address.url, {
      ...COMMON,
      lazyConnect: true,
      connectionName: `parley:${purpose}`,
      ...options,
    });
    // Whoever asks for something is told; ioredis would write it to the console.
    connection.on('error', () => undefined);
    this.#connections.push(connection);
    if (options.commandTimeout) this.#watch(connection);
    return connection;
  }

  #watch(connection: Connection): void {
    const timer = setInterval(() => {
      if (connection.status !== 'ready') return;
      connection.ping().catch(() => connection.status === 'ready' && connection.disconnect(true));
    }, PING_MS);
    connection.once('end', () => clearInterval(timer));
    timer.unref();
  }

  /** What is left to be said before the connections close. */
  beforeEnd(act: () => Promise<void>): void {
    this.#beforeEnd.push(act);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#beforeEnd.map((act) => act()));
    for (const connection of this.#connections) connection.disconnect();
  }
}
