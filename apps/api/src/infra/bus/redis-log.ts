import { setTimeout as delay } from 'node:timers/promises';
import type { Redis as Connection } from 'ioredis';
import type { Redis } from '../redis/redis.js';

/** About as many entries are kept: more than a busy cluster writes in the seconds that a node may be away. */
const KEPT_ENTRIES = 20_000;

const ENTRIES_PER_READ = 500;

/** A read that finds nothing waits this long for something, and a connection that is silent for longer is dead. */
const BLOCK_MS = 1_000;
const DEAD_AFTER_MS = 3_000;
const RETRY_MS = 200;

const NOTHING = '0-0';

/** What a node wrote. `number` counts what it tried to write; `hasLost`: some of it before this did not get here. */
export type Entry = { from: string; number: number; topic: string; body: string; hasLost: boolean };

export type LogEvents = {
  entry: (entry: Entry) => void;
  /** Whatever was written since the reading began is read; from now on it comes as it is written. */
  up: () => void;
  down: (error: unknown) => void;
  unsent: (number: number) => void;
};

/**
 * One stream in Redis that all nodes write to and read: everybody reads everything in the same order, and goes on where
 * they stopped. Neither a Redis that is away nor one that does not answer keeps a writer waiting.
 */
export class RedisLog {
  readonly #key: string;
  readonly #writer: Connection;
  readonly #reader: Connection;
  #number = 0;
  #lastLost = 0;
  #isUp = false;
  #isStopped = false;
  #offset: string | null = null;
  /** What the connection broke by; commands only say that it is gone. */
  #cause: Error | null = null;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    redis: Redis,
    private readonly nodeId: string,
    private readonly events: LogEvents,
  ) {
    this.#key = `${redis.prefix}log`;
    this.#writer = redis.connect('writer', { commandTimeout: DEAD_AFTER_MS });
    this.#reader = redis.connect('reader', {});
    this.#reader.on('error', (error: Error) => (this.#cause = error));
  }

  /** Settles when it is known for the first time whether Redis is there. */
  async start(): Promise<void> {
    await Promise.allSettled([this.#writer.connect(), this.#reader.connect()]);
    void this.#readAll();
  }

  /** Answers the number of the entry. */
  append(topic: string, body: string): number {
    const number = ++this.#number;
    const lost = this.#lastLost > 0 ? ['lost', '1'] : [];
    this.#lastWrite = this.#writer
      .xadd(
        ...[this.#key, 'MAXLEN', '~', KEPT_ENTRIES, '*'],
        ...['from', this.nodeId, 'number', number, 'topic', topic, 'body', body, ...lost],
      )
      .then(
        () => {
          if (lost.length > 0 && this.#lastLost < number) this.#lastLost = 0;
        },
        () => {
          this.#lastLost = number;
          this.events.unsent(number);
        },
      );
    return number;
  }

  /** Settles when the last entry is written, or cannot be. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.race([this.#lastWrite, delay(RETRY_MS)]);
  }

  async #readAll(): Promise<void> {
    while (!this.#isStopped) {
      try {
        if (!this.#isUp) await this.#goOn();
        await this.#read(BLOCK_MS);
      } catch (error) {
        if (this.#isStopped) return;
        this.#isUp = false;
        this.events.down(this.#cause ?? error);
        await delay(RETRY_MS);
      }
    }
  }

  /** Reads what has been written meanwhile; at first there is nothing that this node should know. */
  async #goOn(): Promise<void> {
    if (this.#writer.status !== 'ready') throw new Error('Redis cannot be written to');
    const [last] = await this.#inTime(this.#reader.xrevrange(this.#key, '+', '-', 'COUNT', 1));
    const end = last?.[0] ?? NOTHING;
    this.#offset ??= end;
    // Redis came back empty, or on a machine whose clock is behind: what is there is new.
    if (isBefore(end, this.#offset)) this.#offset = NOTHING;
    while ((await this.#read()) === ENTRIES_PER_READ);
    this.#isUp = true;
    this.#cause = null;
    this.events.up();
  }

  /** What the reader is answered; a connection that answers nothing is made anew. */
  async #inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const timer = setTimeout(() => {
      this.#cause = new Error('Redis does not answer');
      this.#reader.disconnect(true);
    }, DEAD_AFTER_MS);
    return answer.finally(() => clearTimeout(timer));
  }

  async #read(blockMs?: number): Promise<number> {
    const from = ['STREAMS', this.#key, this.#offset!] as const;
    const answer = await this.#inTime(
      blockMs === undefined
        ? this.#reader.xread('COUNT', ENTRIES_PER_READ, ...from)
        : this.#reader.xread('COUNT', ENTRIES_PER_READ, 'BLOCK', blockMs, ...from),
    );
    const entries = answer?.[0]?.[1] ?? [];
    for (const [id, fields] of entries) {
      if (this.#isStopped) break;
      this.#offset = id;
      this.events.entry(toEntry(fields));
    }
    return entries.length;
  }
}

function toEntry(fields: string[]): Entry {
  const value = (name: string) => fields[fields.indexOf(name) + 1]!;
  return {
    from: value('from'),
    number: Number(value('number')),
    topic: value('topic'),
    body: value('body'),
    hasLost: fields.at(-2) === 'lost',
  };
}

/** The ids of entries: milliseconds, and a number within them. */
function isBefore(one: string, other: string): boolean {
  const [ms, count] = one.split('-').map(Number) as [number, number];
  const [otherMs, otherCount] = other.split('-').map(Number) as [number, number];
  return ms < otherMs || (ms === otherMs && count < otherCount);
}
