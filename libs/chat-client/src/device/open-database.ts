import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

/** A database that is opened with its first use. */
export const openDatabase = <Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): (() => Promise<IDBPDatabase<Schema>>) => {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  return () =>
    (opened ??= openDB<Schema>(name, version, {
      upgrade,
      // A later version of the page, in another tab, must not wait for this one.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    }));
};
