import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { placeOf } from '../config/database-url.js';

/** The engines that are servers. */
export type ServerEngine = 'postgres' | 'mysql';

type Server = {
  name: string;
  /** A database that is there, to make others from. */
  url: string;
  /** Runs one statement on a connection of its own. */
  run: (url: string, sql: string) => Promise<void>;
  create: (database: string) => string;
  drop: (database: string) => string;
};

const CONNECT_MS = 2_000;

const SERVERS: Record<ServerEngine, Server> = {
  postgres: {
    name: 'PostgreSQL',
    url: process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test',
    run: async (url, sql) => {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
    create: (database) => `CREATE DATABASE ${database}`,
    // Also when a test that failed has left connections open.
    drop: (database) => `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
  },
  mysql: {
    name: 'MariaDB',
    url: process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/test',
    run: async (url, sql) => {
      const connection = await createConnection({ uri: url, connectTimeout: CONNECT_MS });
      await connection.query(sql).finally(() => connection.end());
    },
    create: (database) => `CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    drop: (database) => `DROP DATABASE IF EXISTS ${database}`,
  },
};

/** An empty database at the server for tests, or at another one, and how to drop it afterwards. */
export async function serverDatabase(
  engine: ServerEngine,
  existing = SERVERS[engine].url,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const { run, create, drop } = SERVERS[engine];
  const name = `parley_test_${randomUUID().replaceAll('-', '')}`;
  await run(existing, create(name));
  const url = new URL(existing);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(existing, drop(name)) };
}

/** Whether a server takes work; one that is only starting does not. */
export function answers(engine: ServerEngine, url: string): Promise<boolean> {
  return SERVERS[engine].run(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

/** Whether tests can use the server. If not it says so, as their tests are then skipped. */
export async function isServerThere(engine: ServerEngine): Promise<boolean> {
  const { name, url } = SERVERS[engine];
  const isThere = await answers(engine, url);
  if (!isThere) process.stderr.write(`${name} does not answer at ${placeOf(url)}: not tested\n`);
  return isThere;
}
