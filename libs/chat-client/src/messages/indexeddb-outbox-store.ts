import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';

interface OutboxSchema extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { userId: string } };
}

/** Keeps unsent messages in IndexedDB, shared by all tabs of the origin. Opened with the first use. */
export const indexedDbOutboxStore = (name = 'parley'): OutboxStore => {
  let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined;
  const open = () =>
    (opened ??= openDB<OutboxSchema>(name, 1, {
      upgrade: (db) =>
        void db.createObjectStore('outbox', { keyPath: 'clientId' }).createIndex('userId', 'userId'),
    }));

  const write = async (
    change: (outbox: { put: (entry: OutboxEntry) => void; delete: (key: string) => void }) => void,
  ) => {
    const transaction = (await open()).transaction('outbox', 'readwrite');
    const outbox = transaction.objectStore('outbox');
    change({ put: (entry) => void outbox.put(entry), delete: (key) => void outbox.delete(key) });
    await transaction.done;
  };

  return {
    entriesOf: async (userId) => (await open()).getAllFromIndex('outbox', 'userId', userId),
    put: (entries) => write((outbox) => entries.forEach(outbox.put)),
    remove: (clientIds) => write((outbox) => clientIds.forEach(outbox.delete)),
  };
};
