import type { DBSchema } from 'idb';
import { openDatabase } from './open-database.js';
import type { DeviceStore } from './device-store.js';

interface DeviceSchema extends DBSchema {
  kept: { key: string; value: unknown };
}

const OWNER = 'owner';

/** Keeps a person's values in IndexedDB, shared by all tabs of the origin. Opened with the first use. */
export const indexedDbDeviceStore = (name = 'parley-device'): DeviceStore => {
  const open = openDatabase<DeviceSchema>(name, 1, (db) => void db.createObjectStore('kept'));
  return {
    load: async () => {
      const { store } = (await open()).transaction('kept');
      const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      const kept = new Map(names.map((key, index) => [key, values[index]]));
      const userId = kept.get(OWNER);
      kept.delete(OWNER);
      return typeof userId === 'string' ? { userId, kept } : undefined;
    },
    keep: async (userId, { put, remove }) => {
      const transaction = (await open()).transaction('kept', 'readwrite');
      const { store } = transaction;
      const isSame = (await store.get(OWNER)) === userId;
      if (!isSame) void store.clear();
      void store.put(userId, OWNER);
      for (const [key, value] of put) void store.put(value, key);
      for (const key of remove) void store.delete(key);
      await transaction.done;
      return isSame;
    },
    wipe: async () => (await open()).clear('kept'),
  };
};
