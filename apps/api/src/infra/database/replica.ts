import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { hasReached, positionOf } from './replica-position.js';
import { reasonOf } from './unreachable.js';
import { within } from './within.js';

/** How often it is looked after, and how long that may take: a replica that is silent is lost. */
const LOOK_EVERY_MS = 1_000;
const LOOK_MS = 1_000;

/** `behind`: it answers, but lacks what was written longer ago than is allowed. Only one that is `up` is asked. */
export type ReplicaState = 'up' | 'behind' | 'down';

export type Ask<T> = (reads: EntityManager) => Promise<T>;

/** Those who ask, and one who looks how it is: that all of the former are busy is no loss. */
type Connections = { asking: DataSource; looking: DataSource };

/** Where the server was at some moment, by the clock of `performance`. */
type Mark = { position: string; at: number };

export type ReplicaOptions = {
  /** Opens so many connections to it that cannot write. */
  open: (connections: number) => Promise<DataSource>;
  connections: number;
  mostBehindMs: number;
};

/**
 * A copy of the database that follows it at a distance. Nothing depends on it: it need not be there at the start, and
 * whenever it is lost, too far behind or fails to answer, the database itself is asked.
 *
 * It is measured by marks: where the server is now must be reached by the replica before that is too long ago.
 */
export class Replica {
  readonly #log = new Logger('Replica');
  readonly #end = new AbortController();
  /** Gives up whoever waits for an answer. */
  readonly #waiting = new Set<() => void>();
  readonly #watching: Promise<void>;
  #connections: Promise<Connections> | null = null;
  #mark: Mark | null = null;
  #state: ReplicaState | null = null;

  constructor(
    private readonly server: DataSource,
    private readonly options: ReplicaOptions,
  ) {
    this.#watching = this.#watch();
  }

  get state(): ReplicaState {
    return this.#state ?? 'down';
  }

  /** The replica's answer or, for whatever reason there is none, that of the database itself. */
  async ask<T>(ask: Ask<T>): Promise<T> {
    if (this.#state === 'up' && this.#connections) {
      try {
        return await this.#orGiveUp(this.#connections.then(({ asking }) => ask(asking.manager)));
      } catch {
        // Also what only a replica fails at: rows that it had to change under a query, tables that it lacks as yet.
      }
    }
    return ask(this.server.manager);
  }

  async end(): Promise<void> {
    this.#end.abort();
    await this.#watching;
    await within(LOOK_MS, this.#disconnect()).catch(() => undefined);
  }

  async #watch(): Promise<void> {
    while (!this.#end.signal.aborted) {
      await this.#look();
      await delay(LOOK_EVERY_MS, undefined, { signal: this.#end.signal }).catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    this.#mark ??= await this.#marked();
    try {
      this.#become(await within(LOOK_MS, this.#seen()));
    } catch (error) {
      this.#become('down', reasonOf(error));
      void this.#disconnect();
    }
  }

  async #seen(): Promise<ReplicaState> {
    this.#connections ??= this.#connect();
    const { looking } = await this.#connections;
    const mark = this.#mark;
    // The server says nothing: how far it has come meanwhile is not known, but hardly far.
    if (!mark) return looking.query('SELECT 1').then(() => (this.#state === 'up' ? 'up' : 'behind'));

    const isReached = await hasReached(looking, mark.position);
    if (isReached) this.#mark = null;
    if (performance.now() - mark.at > this.options.mostBehindMs) return 'behind';
    return isReached ? 'up' : this.#state === 'up' ? 'up' : 'behind';
  }

  async #marked(): Promise<Mark | null> {
    const at = performance.now();
    return within(LOOK_MS, positionOf(this.server)).then(
      (position) => ({ position, at }),
      () => null,
    );
  }

  #become(state: ReplicaState, reason?: string): void {
    if (state === 'down') for (const giveUp of this.#waiting) giveUp();
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'up') this.#log.log('The replica is asked');
    else this.#log.warn({ msg: 'The replica is passed by', state, reason });
  }

  async #connect(): Promise<Connections> {
    const { open, connections } = this.options;
    const looking = await open(1);
    const asking = await open(connections).catch(async (error: unknown) => {
      await looking.destroy();
      throw error;
    });
    return { asking, looking };
  }

  /** Connections to a server that says nothing may never say anything again: it is met with new ones. */
  async #disconnect(): Promise<void> {
    const connections = this.#connections;
    this.#connections = null;
    const opened = await connections?.catch(() => null);
    await Promise.all(
      [opened?.asking, opened?.looking].map((source) => source?.destroy().catch(() => undefined)),
    );
  }

  #orGiveUp<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(new Error('The replica is lost'));
      this.#waiting.add(giveUp);
      answer.then(resolve, reject).finally(() => this.#waiting.delete(giveUp));
    });
  }
}
