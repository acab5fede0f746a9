import { insertRows } from '../../infra/database/sql.js';
import { memoryDatabase } from '../../testing/memory-database.js';
import { searchIndexContract } from './search-index.contract.js';
import { SqliteSearchIndex } from './sqlite-search-index.js';

const COLUMNS = ['id', 'room_id', 'seq', 'version', 'client_id', 'sender_id', 'body', 'created_at'];
const insertMessages = insertRows('messages', COLUMNS);

describe('the search index in SQLite', () => {
  searchIndexContract(async () => {
    const { database, source } = await memoryDatabase();
    await source.query('PRAGMA foreign_keys = OFF');
    const index = await SqliteSearchIndex.open('sqlite::memory:', database);
    let seq = 0;
    return {
      index,
      store: async (messages) => {
        const rows = messages.map(({ id, roomId, createdAt }) => {
          seq++;
          return [id, roomId, seq, seq, id, 'ada', '', createdAt];
        });
        await insertMessages(source.manager, rows);
      },
      close: async () => {
        await index.onApplicationShutdown();
        await source.destroy();
      },
    };
  });
});
