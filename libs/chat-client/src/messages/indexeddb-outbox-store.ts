import type { DBSchema, IDBPTransaction } from 'idb';
import { openDatabase } from '../device/open-database.js';
import type { OutboxEntry, OutboxMessage } from './outbox-entry.js';
import { withoutBlobs, type OutboxStore } from './outbox-store.js';

interface OutboxSchema extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { userId: string } };
  /** What is in the files of unsent messages, apart from these: it is written once, an entry with every change. */
  files: { key: string; value: Blob };
}

type Transaction = IDBPTransaction<OutboxSchema, ('outbox' | 'files')[], 'readwrite'>;

/** The first version kept nothing but messages, without saying so. */
const asOfNow = (entry: Partial<OutboxMessage>) =>
  ({
    action: 'send',
    replyToId: null,
    threadRootId: null,
    isTried: true,
    then: null,
    ...entry,
  }) as OutboxMessage;

const filesOf = (entry: OutboxEntry | undefined) =>
  entry?.action === 'send' && entry.files ? entry.files : [];

const put = async (transaction: Transaction, entry: OutboxEntry) => {
  const files = transaction.objectStore('files');
  for (const { fileId, blob } of filesOf(entry))
    if (blob && (await files.getKey(fileId)) === undefined) await files.put(blob, fileId);
  await transaction.objectStore('outbox').put(withoutBlobs(entry));
};

const remove = async (transaction: Transaction, clientId: string) => {
  const outbox = transaction.objectStore('outbox');
  for (const { fileId } of filesOf(await outbox.get(clientId)))
    await transaction.objectStore('files').delete(fileId);
  await outbox.delete(clientId);
};

/** Keeps unsent messages in IndexedDB, shared by all tabs of the origin. Opened with the first use. */
export const indexedDbOutboxStore = (name = 'parley'): OutboxStore => {
  const open = openDatabase<OutboxSchema>(name, 3, async (db, oldVersion, _, transaction) => {
    db.createObjectStore('files');
    if (oldVersion < 1)
      db.createObjectStore('outbox', { keyPath: 'clientId' }).createIndex('userId', 'userId');
    else if (oldVersion < 2)
      for await (const cursor of transaction.objectStore('outbox'))
        await cursor.update(asOfNow(cursor.value as OutboxMessage));
  });

  const write = async <Item>(
    items: readonly Item[],
    change: (transaction: Transaction, item: Item) => Promise<void>,
  ) => {
    const transaction = (await open()).transaction(['outbox', 'files'], 'readwrite');
    const changes = items.map((item) => change(transaction, item));
    await Promise.all([...changes, transaction.done]);
  };

  const withBlobs = async (entry: OutboxEntry): Promise<OutboxEntry> => {
    if (entry.action !== 'send' || !entry.files) return entry;
    const database = await open();
    const files = entry.files.map(async (file) => ({
      ...file,
      blob: (await database.get('files', file.fileId)) ?? null,
    }));
    return { ...entry, files: await Promise.all(files) };
  };

  return {
    entriesOf: async (userId) => {
      const entries = await (await open()).getAllFromIndex('outbox', 'userId', userId);
      return Promise.all(entries.map(withBlobs));
    },
    put: (entries) => write(entries, put),
    remove: (clientIds) => write(clientIds, remove),
  };
};
