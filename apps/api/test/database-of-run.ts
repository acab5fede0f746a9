import { serverDatabase, type ServerEngine } from '../src/testing/server-database.js';

/** The engine that the suite runs on: SQLite, unless the environment names another. */
export const ENGINE_OF_RUN = (process.env['TEST_DATABASE'] ?? 'sqlite') as 'sqlite' | ServerEngine;

/** An empty database for one server, where the engine does not make its own in the server's folder. */
export async function databaseOfRun(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  return ENGINE_OF_RUN === 'sqlite' ? null : serverDatabase(ENGINE_OF_RUN);
}
