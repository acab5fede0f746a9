import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import sqlite3 from 'sqlite3';
import { isInMemory, sqlitePath } from './sqlite.js';

/** Somebody else has the database file open as their own. */
export class DatabaseInUse extends Error {}

/**
 * Claims a database file for this process until the answer is called or the process ends, however it ends: two
 * servers on one file would each tell only their own sockets. The lock is SQLite's own, on a file beside it.
 * @throws DatabaseInUse
 */
export async function claimFile(url: string): Promise<() => Promise<void>> {
  if (isInMemory(url)) return () => Promise.resolve();

  const file = sqlitePath(url);
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = new sqlite3.Database(`${file}.lock`);
  await once(lock, 'open');
  const close = promisify(lock.close.bind(lock));
  try {
    await promisify(lock.exec.bind(lock))('BEGIN EXCLUSIVE');
  } catch (cause) {
    await close();
    throw new DatabaseInUse(
      `Another server is running on ${file}. Stop it, or set DATA_DIR to another folder.`,
      {
        cause,
      },
    );
  }
  return close;
}
