import type { Engine } from '../config/database-url.js';
import { ENTITIES } from '../entities.js';
import { Database } from '../infra/database/database.js';
import { openDatabase } from '../infra/database/open.js';
import { memoryDatabase } from './memory-database.js';
import { serverDatabase } from './server-database.js';

/** An empty database of any engine with the schema of the entities. */
export async function queueDatabase(
  engine: Engine,
): Promise<{ database: Database; close: () => Promise<void> }> {
  if (engine === 'sqlite') {
    const { database, source } = await memoryDatabase();
    return { database, close: () => source.destroy() };
  }
  const { url, drop } = await serverDatabase(engine);
  const writer = await openDatabase(url, ENTITIES, 'write', 4);
  await writer.synchronize();
  const reader = await openDatabase(url, ENTITIES, 'read', 4);
  return {
    database: new Database(writer, reader),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
      await drop();
    },
  };
}
