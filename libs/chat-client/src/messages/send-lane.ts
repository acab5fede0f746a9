import type { Message } from '@parley/shared-types';
import { CallFailed } from '../connection/failure.js';
import { nextToSend, type Entries } from './outbox-cache.js';
import type { OutboxEntry } from './outbox-entry.js';
import { isPermanent, retryDelay } from './retry.js';

/** Enough to keep a slow line busy, few enough that a refusal in the middle disorders little. */
const MOST_UNDER_WAY = 16;

export interface LaneOptions {
  entries: () => Entries;
  change: (entry: OutboxEntry, to: Pick<OutboxEntry, 'state' | 'error'>) => void;
  send: (entry: OutboxEntry) => Promise<Message>;
  done: (entry: OutboxEntry, message: Message) => void;
  isReady: () => boolean;
  random: () => number;
}

/** Sends the messages of one room, and the changes to them, in order. */
export class SendLane {
  private underWay = 0;
  private attempt = 0;
  /** Set by a failure that will be retried: nothing more goes out until all that is under way has come back. */
  private blockedForMs: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly roomId: string,
    private readonly options: LaneOptions,
  ) {}

  pump() {
    if (!this.options.isReady() || this.blockedForMs !== undefined) return;
    for (const entry of nextToSend(this.options.entries(), this.roomId, MOST_UNDER_WAY))
      void this.send(entry);
  }

  /** A new connection: what was under way on the old one goes out again. */
  resume() {
    clearTimeout(this.timer);
    this.attempt = 0;
    this.blockedForMs = this.underWay > 0 ? 0 : undefined;
    this.pump();
  }

  stop() {
    clearTimeout(this.timer);
  }

  private async send(entry: OutboxEntry) {
    this.underWay += 1;
    this.options.change(entry, { state: 'sending', error: null });
    try {
      const message = await this.options.send(entry);
      this.attempt = 0;
      this.options.done(entry, message);
    } catch (error) {
      this.failed(entry, error);
    }
    this.underWay -= 1;
    if (this.blockedForMs === undefined) this.pump();
    else if (this.underWay === 0) this.retryIn(this.blockedForMs);
  }

  private failed(entry: OutboxEntry, thrown: unknown) {
    const error = thrown instanceof CallFailed ? thrown : undefined;
    const code = error?.code ?? 'internal';
    if (isPermanent(code)) {
      this.options.change(entry, { state: 'failed', error: { code, message: error?.message ?? '' } });
      return;
    }
    this.options.change(entry, { state: 'queued', error: null });
    const delayMs = retryDelay(this.attempt, error?.retryAfterMs, this.options.random);
    this.blockedForMs = Math.max(this.blockedForMs ?? 0, delayMs);
  }

  private retryIn(delayMs: number) {
    clearTimeout(this.timer);
    this.attempt += 1;
    this.timer = setTimeout(() => {
      this.blockedForMs = undefined;
      this.pump();
    }, delayMs);
  }
}
