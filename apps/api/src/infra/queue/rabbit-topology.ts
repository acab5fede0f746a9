import type { ConfirmChannel } from 'amqplib';

/** How often the broker hands out a message that nobody acknowledges before it gives it up. */
const DELIVERY_LIMIT = 20;

/**
 * What Parley makes at the broker: a durable topic exchange, a quorum queue for each topic, and behind them an exchange
 * and a queue for what they give up.
 */
export class RabbitTopology {
  readonly exchange: string;
  readonly deadExchange: string;
  readonly deadQueue: string;

  constructor(private readonly prefix: string) {
    this.exchange = `${prefix}jobs`;
    this.deadExchange = `${prefix}jobs.dead`;
    this.deadQueue = `${prefix}jobs.dead`;
  }

  queueOf(topic: string): string {
    return `${this.prefix}jobs.${topic}`;
  }

  /** Answers the topics of which nothing waits there. */
  async make(channel: ConfirmChannel, topics: string[]): Promise<string[]> {
    await channel.assertExchange(this.exchange, 'topic', { durable: true });
    await channel.assertExchange(this.deadExchange, 'fanout', { durable: true });
    await channel.assertQueue(this.deadQueue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await channel.bindQueue(this.deadQueue, this.deadExchange, '');

    const empty: string[] = [];
    for (const topic of topics) {
      const { queue, messageCount } = await channel.assertQueue(this.queueOf(topic), {
        durable: true,
        arguments: {
          'x-queue-type': 'quorum',
          'x-delivery-limit': DELIVERY_LIMIT,
          'x-dead-letter-exchange': this.deadExchange,
        },
      });
      await channel.bindQueue(queue, this.exchange, topic);
      if (messageCount === 0) empty.push(topic);
    }
    return empty;
  }
}
