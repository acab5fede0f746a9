import { randomUUID } from 'node:crypto';
import { connect } from 'amqplib';
import { amqpAddress } from '../config/amqp-url.js';
import type { JobTopic } from '../infra/queue/job-topics.js';

const SHARED_URL = process.env['TEST_AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

/** Every queue that there may be. */
const TOPICS: (JobTopic | 'dead')[] = ['files.removed', 'dead'];

/** The broker for tests, under a prefix of this test's own. */
export const amqpUrl = (base: string = SHARED_URL): string => `${base}?prefix=test-${randomUUID()}`;

/** Whether a broker takes work; one that is only starting does not. */
export async function isBroker(url: string): Promise<boolean> {
  try {
    const connection = await connect(amqpAddress(url)!.url, { timeout: 2_000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

/** Whether tests can use it. If not it says so, as their tests are then skipped. */
export async function isRabbitThere(): Promise<boolean> {
  const isThere = await isBroker(SHARED_URL);
  if (!isThere) {
    process.stderr.write(`RabbitMQ does not answer at ${new URL(SHARED_URL).host}: not tested\n`);
  }
  return isThere;
}

/** What a test does at the broker itself, and how it leaves nothing there. */
export class Broker {
  readonly #prefix: string;

  private constructor(
    url: string,
    private readonly connection: Awaited<ReturnType<typeof connect>>,
  ) {
    this.#prefix = amqpAddress(url)!.prefix;
    connection.on('error', () => undefined);
  }

  static async at(url: string): Promise<Broker> {
    return new Broker(url, await connect(amqpAddress(url)!.url));
  }

  queueOf = (topic: string): string => `${this.#prefix}jobs.${topic}`;

  /** Puts something into a queue past the messenger. */
  async put(topic: string, content: string): Promise<void> {
    const channel = await this.connection.createConfirmChannel();
    channel.sendToQueue(this.queueOf(topic), Buffer.from(content));
    await channel.waitForConfirms();
    await channel.close();
  }

  /** Takes a queue away, with what waits in it. */
  async drop(topic: string): Promise<void> {
    const channel = await this.connection.createChannel();
    await channel.deleteQueue(this.queueOf(topic));
    await channel.close();
  }

  /** Takes everything away that the messenger has there: queues, with what waits in them, and exchanges. */
  async wipe(): Promise<void> {
    const channel = await this.connection.createChannel();
    for (const topic of TOPICS) await channel.deleteQueue(this.queueOf(topic));
    for (const name of ['jobs', 'jobs.dead']) await channel.deleteExchange(this.#prefix + name);
    await channel.close();
  }

  static async wipe(url: string): Promise<void> {
    const broker = await Broker.at(url);
    await broker.wipe();
    await broker.close();
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
