import type { DataSource } from 'typeorm';
import { ENTITIES } from '../entities.js';
import { Database } from '../infra/database/database.js';
import { openSqlite } from '../infra/database/sqlite.js';

/** An empty database with the schema of the entities. Destroy the source afterwards. */
export async function memoryDatabase(): Promise<{ database: Database; source: DataSource }> {
  const source = await openSqlite('sqlite::memory:', ENTITIES, 'write');
  return { source, database: new Database(source, source) };
}
