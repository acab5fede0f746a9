import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isBroker } from '../src/testing/rabbit.js';
import { atEndOf } from './chaos/at-end.js';
import { freePort } from './chaos/free-port.js';
import { newFolder } from './chaos/node.js';

/** The program itself: the one in the PATH starts it as another account, with that account's files. */
const BINARY = '/usr/lib/rabbitmq/bin/rabbitmq-server';

/** A virtual machine that boots, and a broker that makes its files. */
const START_LIMIT_MS = 60_000;

/** Whether a broker can be started. If not it says so, as what needs one is then skipped. */
export function canStartRabbit(): boolean {
  if (existsSync(BINARY)) return true;
  process.stderr.write('RabbitMQ is not installed: what becomes of us when it is killed is not tested\n');
  return false;
}

/** A RabbitMQ of a test's own, to be killed. */
export class OwnRabbit {
  #process: ChildProcess;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly distributionPort: number,
  ) {}

  static async start(): Promise<OwnRabbit> {
    const rabbit = new OwnRabbit(await newFolder(), await freePort(), await freePort());
    atEndOf('test', () => rabbit.kill());
    await rabbit.start();
    return rabbit;
  }

  get url(): string {
    return `amqp://guest:guest@127.0.0.1:${this.port}`;
  }

  /** Settles when it takes work, with what it had when it was killed. */
  async start(): Promise<void> {
    this.#process = spawn(BINARY, [], {
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        RABBITMQ_NODENAME: `parley-${this.port}@localhost`,
        RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
        RABBITMQ_NODE_PORT: String(this.port),
        RABBITMQ_DIST_PORT: String(this.distributionPort),
        RABBITMQ_MNESIA_BASE: `${this.folder}/data`,
        RABBITMQ_LOG_BASE: `${this.folder}/log`,
        RABBITMQ_ENABLED_PLUGINS_FILE: `${this.folder}/plugins`,
        RABBITMQ_CONF_ENV_FILE: '/dev/null',
        RABBITMQ_CONFIG_FILE: `${this.folder}/none`,
      },
      stdio: 'ignore',
      // The program starts others: it ends with all of them.
      detached: true,
    });
    const giveUpAt = Date.now() + START_LIMIT_MS;
    while (!(await isBroker(this.url))) {
      if (Date.now() > giveUpAt || this.#process.exitCode !== null)
        throw new Error('RabbitMQ does not start');
      await delay(100);
    }
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    process.kill(-this.#process.pid!, 'SIGKILL');
    await ended;
  }

  /** What it kept is gone. */
  async forget(): Promise<void> {
    await rm(`${this.folder}/data`, { recursive: true, force: true });
  }
}
