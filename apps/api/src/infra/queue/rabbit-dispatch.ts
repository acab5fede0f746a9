import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { connect, type AmqpConnectionManager, type ChannelWrapper } from 'amqp-connection-manager';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { v7 as uuidv7 } from 'uuid';
import type { AmqpAddress } from '../../config/amqp-url.js';
import { WokenJob } from '../../common/woken-job.js';
import type { Ticket } from './job.js';
import { JobDispatch } from './job-dispatch.js';
import type { JobRunner } from './job-runner.js';
import type { JobStore } from './job-store.js';
import { RabbitTopology } from './rabbit-topology.js';
import { ticketOf } from './ticket.js';

/** How soon what another node added, and what is due again, is offered. */
const OFFER_EVERY_MS = 1_000;
const OFFERS_AT_ONCE = 500;

/** How long a node waits for the broker to say that it has a job, before it is offered again. */
const CONFIRM_MS = 5_000;
const RETRY_MS = 2_000;

/** How long the start waits for the broker before it goes on without. */
const START_MS = 2_000;

const HEARTBEAT_S = 5;
const RECONNECT_S = 1;

/**
 * RabbitMQ hands jobs to workers. The table stays the truth: a job leaves it when it is done, not when the broker has
 * it, so that a broker that loses everything loses no job.
 */
export class RabbitDispatch extends JobDispatch {
  readonly dependency = 'rabbitmq';
  readonly #logger = new Logger('RabbitMQ');
  readonly #topology: RabbitTopology;
  readonly #offering = new WokenJob(() => this.#offer(), {
    everyMs: OFFER_EVERY_MS,
    retryMs: RETRY_MS,
    onFailure: (error) =>
      this.#logger.warn({ msg: 'Jobs could not be offered', error: (error as Error).message }),
  });
  #connection: AmqpConnectionManager;
  #channel: ChannelWrapper;
  /** Topics of which nothing waited at the broker when it was found: what was offered of them may be lost. */
  readonly #empty = new Set<string>();
  #onReady: () => void = () => undefined;
  #isReady = false;
  #isStopped = false;

  constructor(
    private readonly address: AmqpAddress,
    private readonly store: JobStore,
    private readonly runner: JobRunner,
  ) {
    super();
    this.#topology = new RabbitTopology(address.prefix);
  }

  get isUp(): boolean {
    return this.#isReady;
  }

  async start(): Promise<void> {
    const ready = new Promise<void>((resolve) => (this.#onReady = resolve));
    this.#connection = connect([this.address.url], {
      heartbeatIntervalInSeconds: HEARTBEAT_S,
      reconnectTimeInSeconds: RECONNECT_S,
    });
    let isFirst = true;
    this.#connection.on('connectFailed', ({ err }) => {
      if (isFirst) this.#logger.warn({ msg: 'RabbitMQ is away: jobs wait', error: err.message });
      isFirst = false;
    });
    this.#connection.on('disconnect', ({ err }) => {
      if (this.#isReady) this.#logger.warn({ msg: 'RabbitMQ is away: jobs wait', error: err?.message });
      this.#isReady = false;
      isFirst = false;
    });
    this.#channel = this.#connection.createChannel({
      confirm: true,
      publishTimeout: CONFIRM_MS,
      setup: (channel: ConfirmChannel) => this.#setUp(channel),
    });
    this.#channel.on('error', (error) =>
      this.#logger.error({ msg: 'The broker refuses', error: error.message }),
    );
    await Promise.race([ready, delay(START_MS, undefined, { ref: false })]);
  }

  wake(): void {
    if (this.#isReady) this.#offering.wake();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#offering.stop();
  }

  async close(): Promise<void> {
    this.#isReady = false;
    await this.#channel.close().catch(() => undefined);
    await this.#connection.close().catch(() => undefined);
  }

  /** Everything is made anew with the next connection; the manager itself makes a channel only once for each. */
  #startAgain(): void {
    this.#isReady = false;
    const timer = setTimeout(() => {
      if (!this.#isStopped && this.#connection.isConnected()) this.#connection.reconnect();
    }, RETRY_MS);
    timer.unref();
  }

  async #setUp(channel: ConfirmChannel): Promise<void> {
    channel.once('close', () => this.#startAgain());
    for (const topic of await this.#topology.make(channel, this.runner.topics)) this.#empty.add(topic);
    for (const topic of this.runner.topics) {
      await channel.prefetch(this.runner.concurrencyOf(topic));
      await channel.consume(this.#topology.queueOf(topic), (message) => this.#work(channel, message));
    }
    await channel.prefetch(1);
    await channel.consume(this.#topology.deadQueue, (message) => this.#bury(channel, message));
    this.#isReady = true;
    this.#onReady();
    this.#logger.log('RabbitMQ is there');
    this.#offering.wake();
  }

  async #offer(): Promise<void> {
    for (const topic of this.#empty) {
      await this.store.withdrawAll(topic);
      this.#empty.delete(topic);
    }
    for (const topic of this.runner.topics) {
      while (this.#isReady && !this.#isStopped && (await this.store.isDue(topic)))
        await this.#offerSome(topic);
    }
  }

  async #offerSome(topic: string): Promise<void> {
    const tickets = await this.store.offer(topic, OFFERS_AT_ONCE);
    const published = await Promise.allSettled(tickets.map((ticket) => this.#publish(ticket)));
    const refused = tickets.filter((_, i) => published[i]!.status === 'rejected');
    await this.store.withdraw(
      refused.map(({ id }) => id),
      RETRY_MS,
    );
  }

  /** Settles when the broker has it for good. */
  async #publish(ticket: Ticket): Promise<void> {
    const content = Buffer.from(JSON.stringify(ticket));
    await this.#channel.publish(this.#topology.exchange, ticket.topic, content, {
      persistent: true,
      messageId: ticket.id,
      contentType: 'application/json',
    });
  }

  #work(channel: ConfirmChannel, message: ConsumeMessage | null): void {
    // Somebody has deleted the queue.
    if (!message) return this.#startAgain();
    if (this.#isStopped) return;
    const ticket = ticketOf(message.content);
    if (!ticket) {
      channel.nack(message, false, false);
      return;
    }
    this.#do(ticket)
      .then(() => channel.ack(message))
      .catch(() => this.#giveBack(channel, message));
  }

  async #do(ticket: Ticket): Promise<void> {
    const job = await this.store.claim(ticket);
    if (job) await this.runner.run(job);
  }

  /** The database cannot say whose it is. Not at once: it would come back at once. */
  #giveBack(channel: ConfirmChannel, message: ConsumeMessage): void {
    const timer = setTimeout(() => ignoreClosed(() => channel.nack(message)), RETRY_MS);
    timer.unref();
  }

  /** What the broker gave up is a dead letter of ours from then on. */
  #bury(channel: ConfirmChannel, message: ConsumeMessage | null): void {
    if (!message) return this.#startAgain();
    if (this.#isStopped) return;
    const ticket = ticketOf(message.content);
    const buried = ticket
      ? this.store.bury({ ...ticket, error: 'The broker delivered it again and again' })
      : this.store.keep({
          id: uuidv7(),
          topic: storable(message.fields.routingKey.slice(0, 40)),
          payload: storable(message.content.toString()),
          error: 'It was in a queue and is no job',
        });
    buried.then(
      () => ignoreClosed(() => channel.ack(message)),
      () => this.#giveBack(channel, message),
    );
  }
}

/** The connection may have gone meanwhile: the broker hands the message out again. */
function ignoreClosed(act: () => void): void {
  try {
    act();
  } catch {
    // Said by the connection already.
  }
}

/** Not every engine keeps a NUL in a text. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');
