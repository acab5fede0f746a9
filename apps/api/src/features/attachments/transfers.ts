import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Lifecycle } from '../../infra/lifecycle/lifecycle.js';

/** How long files on their way have to arrive when the server stops: a slow client would keep it from ending. */
const GRACE_MS = 3_000;

type Connection = { destroy: () => unknown };

/** Files on their way, in and out. */
@Injectable()
export class Transfers implements OnApplicationShutdown {
  readonly #open = new Map<Promise<unknown>, Connection>();

  constructor(lifecycle: Lifecycle) {
    lifecycle.onDraining(() => void this.#end());
  }

  /** @param connection what ends the transfer when the server cannot wait for it any more */
  async during<T>(connection: Connection, transfer: Promise<T>): Promise<T> {
    this.#open.set(transfer, connection);
    try {
      return await transfer;
    } finally {
      this.#open.delete(transfer);
    }
  }

  /** Behind the last connection: what was broken off is still being tidied up. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.#open.keys());
  }

  async #end(): Promise<void> {
    const arrived = new AbortController();
    void Promise.allSettled(this.#open.keys()).then(() => arrived.abort());
    await delay(GRACE_MS, undefined, { signal: arrived.signal }).catch(() => undefined);
    for (const connection of this.#open.values()) connection.destroy();
  }
}
