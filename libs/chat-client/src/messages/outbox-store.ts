import type { OutboxEntry } from './outbox-entry.js';

/**
 * Where unsent messages outlive the page. A write that was asked for earlier is done earlier; `entriesOf` gives one
 * person's entries only, in any order.
 */
export interface OutboxStore {
  entriesOf(userId: string): Promise<OutboxEntry[]>;
  put(entries: OutboxEntry[]): Promise<void>;
  remove(clientIds: string[]): Promise<void>;
}

/** An entry as it is when its files cannot be kept with it. */
export const withoutBlobs = (entry: OutboxEntry): OutboxEntry =>
  entry.action === 'send' && entry.files
    ? { ...entry, files: entry.files.map((file) => ({ ...file, blob: null })) }
    : entry;

/** Keeps unsent messages for as long as the process lives: for bots and tests. */
export const memoryOutboxStore = (): OutboxStore => {
  const entries = new Map<string, OutboxEntry>();
  return {
    entriesOf: async (userId) => [...entries.values()].filter((entry) => entry.userId === userId),
    put: async (changed) => {
      for (const entry of changed) entries.set(entry.clientId, entry);
    },
    remove: async (clientIds) => {
      for (const clientId of clientIds) entries.delete(clientId);
    },
  };
};
