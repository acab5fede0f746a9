import { performance } from 'node:perf_hooks';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Bus } from '../../infra/bus/bus.js';
import { MessageNews } from '../messages/message-news.js';
import { RoomsToIndex } from './rooms-to-index.js';

/** How long it waits for more before it begins: what is said at once is taken in at once. */
const GATHER_MS = 200;

/** After a failure: a full disk does not get emptier by being asked again at once. */
const RETRY_MS = 5_000;

/** Its rest after a step, as a multiple of the step: while nobody else works, and while everyone does. */
const REST_IN_IDLENESS = 0.25;
const REST_UNDER_LOAD = 29;

/**
 * Keeps the search index up with the rooms, beside the way of a message: that only notes which room has gone on. It
 * follows each room's version, so that it goes on exactly where it stopped, also after a crash, and yields to those
 * who talk: the busier the process was while it rested, the longer it rests after its next step.
 */
@Injectable()
export class Indexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(Indexer.name);
  #timer: NodeJS.Timeout | undefined;
  #step: Promise<void> | null = null;
  #isStopped = false;
  #loopAtRest = performance.eventLoopUtilization();

  constructor(
    private readonly rooms: RoomsToIndex,
    private readonly news: MessageNews,
    private readonly bus: Bus,
  ) {}

  onApplicationBootstrap(): void {
    this.news.listen((roomId, version) => {
      this.rooms.note(roomId, version);
      this.#wake(GATHER_MS);
    });
    // Each node takes in what it has stored itself; what a dead one left is for one of the others.
    this.bus.onGone(() => {
      if (!this.bus.isFirst) return;
      this.rooms.lookAgain();
      this.#wake(GATHER_MS);
    });
    this.#wake(0);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Settles when nothing more is read or written; what is left is taken in after the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#step;
  }

  #wake(inMs: number): void {
    if (this.#isStopped || this.#timer || this.#step) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#step = this.#run().then((restMs) => {
        this.#step = null;
        this.#loopAtRest = performance.eventLoopUtilization();
        if (this.rooms.areBehind) this.#wake(restMs);
      });
    }, inMs);
  }

  /** Takes one step. Answers how long to rest before the next. */
  async #run(): Promise<number> {
    const load = performance.eventLoopUtilization(this.#loopAtRest).utilization;
    const start = performance.now();
    try {
      const isFull = await this.rooms.takeSome();
      if (!isFull) return GATHER_MS;
      return (performance.now() - start) * (REST_IN_IDLENESS + load * REST_UNDER_LOAD);
    } catch (error) {
      this.#logger.warn({ msg: 'Messages could not be taken into the search index', error });
      return RETRY_MS;
    }
  }
}
