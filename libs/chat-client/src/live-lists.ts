import type { Message } from '@parley/shared-types';
import type { QueryClient } from '@tanstack/query-core';
import { keys } from './cache.js';
import { applyToPins } from './messages/pins.js';

/** Long enough to gather one burst of facts, in milliseconds. */
const GATHER_MS = 300;

/** Keeps the lists that are asked for page by page up to date, while somebody looks at them. */
export class LiveLists {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly queryClient: QueryClient) {}

  /** A later state of a message. */
  changed(message: Message) {
    const queryKey = keys.pins(message.roomId);
    const pins = this.queryClient.getQueryData<Message[]>(queryKey);
    const next = pins && applyToPins(pins, message);
    if (next !== pins) this.queryClient.setQueryData(queryKey, next);
    // An answer that is under way may be older than this.
    if (next !== pins || this.queryClient.isFetching({ queryKey })) this.askSoon(queryKey);
    if (message.threadRootId !== null || message.replyCount > 0) this.askSoon(keys.threads);
  }

  threadsMoved() {
    this.askSoon(keys.threads);
  }

  roomsMoved() {
    this.askSoon(keys.archivedRooms);
  }

  /** A new connection: something may have been missed. */
  refresh() {
    for (const queryKey of [keys.allPins, keys.threads, keys.archivedRooms]) this.askSoon(queryKey);
  }

  stop() {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private askSoon(queryKey: readonly string[]) {
    const name = queryKey.join();
    if (this.timers.has(name)) return;
    const ask = () => {
      this.timers.delete(name);
      void this.queryClient.invalidateQueries({ queryKey });
    };
    this.timers.set(name, setTimeout(ask, GATHER_MS));
  }
}
