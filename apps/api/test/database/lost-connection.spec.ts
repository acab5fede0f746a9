import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '../../src/infra/database/database.js';
import { serverDatabase, type ServerEngine } from '../../src/testing/server-database.js';
import { query, SERVERS } from '../migrating.js';
import { Server } from '../server.js';
import { until } from '../until.js';

type Words = { mine: string; end: (id: number) => string; find: (id: number) => string };

const WORDS: Record<ServerEngine, Words> = {
  postgres: {
    mine: 'SELECT pg_backend_pid() AS id',
    end: (id) => `SELECT pg_terminate_backend(${id})`,
    find: (id) => `SELECT pid FROM pg_stat_activity WHERE pid = ${id}`,
  },
  mysql: {
    mine: 'SELECT CONNECTION_ID() AS id',
    end: (id) => `KILL ${id}`,
    find: (id) => `SELECT id FROM information_schema.processlist WHERE id = ${id}`,
  },
};

/** The server is done with the connection a little before its end arrives here. */
const ARRIVES_MS = 50;

describe.each(SERVERS)(
  'R7 · a connection to %s that is lost between two statements of a transaction',
  (engine) => {
    it('refuses what comes next as unavailable, and the next transaction has another one', async () => {
      const { mine, end, find } = WORDS[engine];
      const { url, drop } = await serverDatabase(engine);
      const server = await Server.start({ DATABASE_URL: url });
      const database = server.api.app.get(Database);

      const work = database.write(async (tx) => {
        const [{ id }] = await tx.query<[{ id: number }]>(mine);
        await query(url, end(id));
        await until('the connection to be gone', async () => (await query(url, find(id))).length === 0);
        await delay(ARRIVES_MS);
        await tx.query('SELECT 1');
      });

      await expect(work).rejects.toMatchObject({ code: 'unavailable' });
      await database.write((tx) => tx.query('SELECT 1'));
      await server.stop();
      await drop();
    });
  },
);
