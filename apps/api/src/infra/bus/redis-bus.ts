import { setTimeout as delay } from 'node:timers/promises';
import { Logger, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Redis } from '../redis/redis.js';
import { Bus, type BusHandler, type Forgetful } from './bus.js';
import type { BusTopic, BusTopics } from './bus-topics.js';
import { Confirmations } from './confirmations.js';
import { Peers } from './peers.js';
import { RedisLog, type Entry } from './redis-log.js';

/** Each node says something at least so often, and is dead to the others after so long. */
const BEAT_MS = 2_000;
const LEASE_MS = 20_000;

/** Whoever was on a node that stopped is on another one by then, or gone. */
const FAREWELL_MS = 5_000;

/** How long the start waits for Redis before it goes on without. */
const START_MS = 2_000;

/** How long somebody waits for the other nodes to hear of what they did. */
const HEARD_MS = 1_000;

/** What the bus says for itself. */
type Own = 'beat' | 'farewell' | 'mark' | 'confirm' | 'confirmed';
type Confirmed = { to: string; id: string };

type Listener<Argument = void> = (argument: Argument) => void;

/** The bus over a stream in Redis. */
export class RedisBus extends Bus implements OnModuleInit {
  readonly nodeId = uuidv7();
  readonly isShared = true;
  readonly #logger = new Logger('Redis');
  readonly #log: RedisLog;
  readonly #peers = new Peers(LEASE_MS);
  readonly #marks = new Map<number, () => void>();
  readonly #confirmations = new Confirmations(HEARD_MS);
  readonly #handlers = new Map<string, BusHandler<BusTopic>[]>();
  readonly #guarded: Forgetful[] = [];
  readonly #onMissed: Listener[] = [];
  readonly #onUp: Listener[] = [];
  readonly #onGone: Listener<string>[] = [];
  #state: 'new' | 'up' | 'down' = 'new';
  #hasHeard = false;
  #beat: NodeJS.Timeout;

  constructor(redis: Redis) {
    super();
    redis.beforeEnd(() => this.#sayFarewell());
    this.#log = new RedisLog(redis, this.nodeId, {
      entry: (entry) => this.#hear(entry),
      up: () => this.#isNowUp(),
      down: (error) => this.#isNowDown(error),
      unsent: (number) => this.#reach(number),
    });
  }

  async onModuleInit(): Promise<void> {
    const up = new Promise<void>((resolve) => this.#onUp.push(resolve));
    void this.#log.start();
    this.#beat = setInterval(() => this.#keepAlive(), BEAT_MS);
    this.#beat.unref();
    await Promise.race([up, delay(START_MS, undefined, { ref: false })]);
  }

  get isUp(): boolean {
    return this.#state === 'up';
  }

  get isFirst(): boolean {
    return this.#peers.ids.every((nodeId) => this.nodeId < nodeId);
  }

  publish<Topic extends BusTopic>(topic: Topic, payload: BusTopics[Topic]): void {
    this.#log.append(topic, JSON.stringify(payload));
  }

  on<Topic extends BusTopic>(topic: Topic, handler: BusHandler<Topic>): void {
    const handlers = this.#handlers.get(topic) ?? [];
    this.#handlers.set(topic, [...handlers, handler as unknown as BusHandler<BusTopic>]);
  }

  settled(): Promise<void> {
    if (!this.isUp) return Promise.resolve();
    return new Promise((resolve) => this.#marks.set(this.#say('mark'), resolve));
  }

  heard(): Promise<void> {
    const { ids } = this.#peers;
    if (!this.isUp || ids.length === 0) return Promise.resolve();
    return this.#confirmations.of(ids, (id) => this.#log.append('confirm', id));
  }

  guard(cache: Forgetful): void {
    this.#guarded.push(cache);
    cache.suspend();
  }

  onMissed(listener: Listener): void {
    this.#onMissed.push(listener);
  }

  onUp(listener: Listener): void {
    this.#onUp.push(listener);
  }

  onGone(listener: Listener<string>): void {
    this.#onGone.push(listener);
  }

  #say(own: Own, payload?: Confirmed): number {
    return this.#log.append(own, payload ? JSON.stringify(payload) : '');
  }

  #hear({ from, number, topic, body, hasLost }: Entry): void {
    if (from === this.nodeId) {
      this.#reach(number);
      return;
    }
    const isNext = this.#peers.hear(from, number);
    if (!isNext || hasLost) this.#missedSome();

    if (topic === 'farewell') this.#peers.leave(from, FAREWELL_MS);
    else if (topic === 'confirm') this.#say('confirmed', { to: from, id: body });
    else if (topic === 'confirmed') this.#confirmedBy(from, JSON.parse(body) as Confirmed);
    else if (this.#handlers.has(topic)) this.#do(() => this.#pass(topic, body, from));
  }

  #confirmedBy(from: string, { to, id }: Confirmed): void {
    if (to === this.nodeId) this.#confirmations.by(from, id);
  }

  #pass(topic: string, body: string, from: string): void {
    const payload = JSON.parse(body) as BusTopics[BusTopic];
    for (const handler of this.#handlers.get(topic) ?? []) this.#do(() => handler(payload, from));
  }

  /** One of our own came by, or never will. */
  #reach(number: number): void {
    this.#marks.get(number)?.();
    this.#marks.delete(number);
  }

  #missedSome(): void {
    for (const cache of this.#guarded) cache.forgetEverything();
    for (const listener of this.#onMissed) this.#do(listener);
  }

  #isNowUp(): void {
    const wasAway = this.#state === 'down';
    this.#state = 'up';
    if (wasAway) this.#logger.log('Redis is back');
    this.#peers.renewAll();
    for (const cache of this.#guarded) cache.resume();
    // What others said while this node began without Redis is nowhere to be read.
    if (wasAway && !this.#hasHeard) this.#missedSome();
    this.#hasHeard = true;
    this.#say('beat');
    for (const listener of this.#onUp) this.#do(listener);
  }

  #isNowDown(error: unknown): void {
    if (this.#state === 'down') return;
    const msg = 'Redis is away: this node goes on alone until it is back';
    this.#logger.warn({ msg, error: (error as Error).message });
    this.#state = 'down';
    for (const cache of this.#guarded) cache.suspend();
    for (const number of [...this.#marks.keys()]) this.#reach(number);
    this.#confirmations.giveUp();
  }

  #keepAlive(): void {
    this.#say('beat');
    if (!this.isUp) return;
    for (const nodeId of this.#peers.expire()) {
      this.#confirmations.without(nodeId);
      for (const listener of this.#onGone) this.#do(() => listener(nodeId));
    }
  }

  async #sayFarewell(): Promise<void> {
    clearInterval(this.#beat);
    this.#say('farewell');
    await this.#log.stop();
  }

  /** What one listener does wrong keeps none of the others from hearing. */
  #do(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#logger.error({ error });
    }
  }
}
