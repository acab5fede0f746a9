import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './chaos/free-port.js';

const SHARED_URL = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379/0';
const BINARY = '/usr/bin/redis-server';

/** The server for tests, under a prefix of this test's own. */
export const redisUrl = (base: string = SHARED_URL): string => `${base}?prefix=test-${randomUUID()}`;

/** Whether tests can use it. If not it says so, as their tests are then skipped. */
export async function isRedisThere(): Promise<boolean> {
  const redis = new Redis(SHARED_URL, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 1_000,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return true;
  } catch {
    process.stderr.write(`Redis does not answer at ${new URL(SHARED_URL).host}: not tested\n`);
    return false;
  } finally {
    redis.disconnect();
  }
}

/** Removes what the nodes of a test left behind. */
export async function emptyRedis(url: string): Promise<void> {
  const { searchParams } = new URL(url);
  const redis = new Redis(url.split('?')[0]!);
  const keys = await redis.keys(`parley:*:${searchParams.get('prefix')}:*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
}

/** A Redis of a test's own, to be killed. */
export class OwnRedis {
  static readonly isPossible = existsSync(BINARY);
  #process: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return redisUrl(`redis://127.0.0.1:${this.port}/0`);
  }

  /** Empty. */
  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.#process = spawn(BINARY, settings, { stdio: 'ignore' });
    for (let attempt = 0; attempt < 100 && !(await accepts(this.port)); attempt++) await delay(50);
  }

  async kill(): Promise<void> {
    const killed = this.#process;
    if (!killed || killed.exitCode !== null) return;
    const ended = once(killed, 'exit');
    killed.kill('SIGKILL');
    await ended;
  }

  /** It keeps its connections and answers nothing. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** A way to Redis that one node takes, and that can be cut. */
export class Way {
  readonly #open = new Set<Socket>();
  #isCut = false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(url: string): Promise<Way> {
    const server = createServer();
    const way = new Way(server, new URL(url));
    server.on('connection', (socket) => way.#accept(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return way;
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  #accept(socket: Socket): void {
    if (this.#isCut) {
      socket.destroy();
      return;
    }
    const onward = connect(Number(this.target.port || 6379), this.target.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#open.add(one);
      one.on('error', () => undefined).on('close', () => (this.#open.delete(one), other.destroy()));
      one.pipe(other);
    }
  }
}
