import { engineOf } from '../../config/database-url.js';
import type { Database } from './database.js';
import { openDatabase } from './open.js';

/**
 * The same tables by a writer of its own, for work that must keep nobody waiting who writes a message; call `end` when it
 * is over. SQLite has one writer for all, which puts what waits into one commit.
 */
export async function openBeside(
  url: string,
  database: Database,
): Promise<{ database: Database; end: () => Promise<void> }> {
  if (engineOf(url) === 'sqlite') return { database, end: () => Promise.resolve() };
  const writer = await openDatabase(url, [], 'write', 1);
  return { database: database.writtenBy(writer), end: () => writer.destroy() };
}
