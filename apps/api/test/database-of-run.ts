import { ENTITIES } from '../src/entities.js';
import { openDatabase } from '../src/infra/database/open.js';
import { serverDatabase, type ServerEngine } from '../src/testing/server-database.js';

/** The engine that the suite runs on: SQLite, unless the environment names another. */
export const ENGINE_OF_RUN = (process.env['TEST_DATABASE'] ?? 'sqlite') as 'sqlite' | ServerEngine;

/** A fresh database for one server, where the engine does not make its own in the server's folder. */
export async function databaseOfRun(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  if (ENGINE_OF_RUN === 'sqlite') return null;
  const made = await serverDatabase(ENGINE_OF_RUN);
  const source = await openDatabase(made.url, ENTITIES, 'write', 2);
  await source.synchronize();
  await source.destroy();
  return made;
}
