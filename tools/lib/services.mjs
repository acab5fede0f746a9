import { createRequire } from 'node:module';
import { fromRoot } from './root.mjs';
import { Told } from './say.mjs';

const CONNECT_MS = 3_000;
/** With the API's own drivers: what they reach, it reaches. */
const ofApi = createRequire(fromRoot('apps/api/package.json'));

const DATABASES = {
  'postgres:': {
    name: 'PostgreSQL',
    home: 'postgres',
    isMissing: ({ code }) => code === '3D000',
    create: (database) => `CREATE DATABASE "${database.replaceAll('"', '""')}"`,
    run: async (url, sql) => {
      const client = new (ofApi('pg').Client)({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
  },
  'mysql:': {
    name: 'MariaDB',
    home: 'information_schema',
    isMissing: ({ code }) => code === 'ER_BAD_DB_ERROR',
    create: (database) =>
      `CREATE DATABASE \`${database.replaceAll('`', '``')}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    run: async (url, sql) => {
      const { createConnection } = ofApi('mysql2/promise');
      const connection = await createConnection({ uri: url, connectTimeout: CONNECT_MS });
      await connection.query(sql).finally(() => connection.end());
    },
  },
};
const SAME = { 'postgresql:': 'postgres:', 'mariadb:': 'mysql:' };

/**
 * Makes the database if its server has none of that name.
 * @throws Told when it is no server, does not answer, or refuses
 */
export async function ensureDatabase(url) {
  const { protocol, pathname } = URL.canParse(url) ? new URL(url) : {};
  const server = DATABASES[SAME[protocol] ?? protocol];
  if (!server)
    throw new Told('DATABASE_URL: several nodes need postgres://… or mysql://…; a file is for one.');

  const { name, home, isMissing, create, run } = server;
  try {
    await run(url, 'SELECT 1').catch((error) => {
      if (!isMissing(error)) throw error;
      const beside = new URL(url);
      beside.pathname = `/${home}`;
      return run(beside.href, create(decodeURIComponent(pathname.slice(1))));
    });
  } catch (error) {
    throw unreachable(name, url, error, 'DATABASE_URL');
  }
}

/** @throws Told when Redis does not answer */
export async function checkRedis(url) {
  const { Redis } = ofApi('ioredis');
  const bare = new URL(url);
  bare.search = '';
  const redis = new Redis(bare.href, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    retryStrategy: () => null,
  });
  let fault;
  redis.on('error', (error) => (fault = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw unreachable('Redis', url, fault ?? error, 'REDIS_URL');
  } finally {
    redis.disconnect();
  }
}

/** @throws Told when RabbitMQ does not answer */
export async function checkRabbit(url) {
  const bare = new URL(url);
  bare.search = '';
  try {
    const connection = await ofApi('amqplib').connect(bare.href, { timeout: CONNECT_MS });
    await connection.close();
  } catch (error) {
    throw unreachable('RabbitMQ', url, error, 'AMQP_URL');
  }
}

/** Where it is, never by which password. */
function unreachable(name, url, { code, message }, setting) {
  const { host } = new URL(url);
  return new Told(`${name} at ${host} cannot be used (${code || message}). Start it, or set ${setting}.`);
}
