import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { fromRoot } from '../lib/root.mjs';
import { checkRabbit, checkRedis, ensureDatabase } from '../lib/services.mjs';

const ofApi = createRequire(fromRoot('apps/api/package.json'));
const NEAR = '127.0.0.1';

/**
 * A database and places in Redis and RabbitMQ for one run, where servers for tests answer: `settings` for the API, and
 * `cleanUp`. Otherwise `missing` says in a line what does not.
 */
export async function servicesForTests() {
  const home = process.env.TEST_POSTGRES_URL ?? `postgres://${userInfo().username}@${NEAR}:5432/postgres`;
  const redis = process.env.TEST_REDIS_URL ?? `redis://${NEAR}:6379`;
  const amqp = process.env.TEST_AMQP_URL ?? `amqp://${NEAR}:5672`;
  const name = `parley_cluster_${randomUUID().slice(0, 8)}`;
  const url = new URL(home);
  url.pathname = `/${name}`;
  const settings = {
    DATABASE_URL: url.href,
    REDIS_URL: `${redis}?prefix=${name}`,
    AMQP_URL: `${amqp}?prefix=${name}`,
  };
  try {
    await ensureDatabase(home);
    await checkRedis(redis);
    await checkRabbit(amqp);
  } catch (error) {
    return { settings, missing: error.message, cleanUp: () => {} };
  }
  return { settings, cleanUp: () => Promise.all([drop(home, name), forget(redis, name), wipe(amqp, name)]) };
}

async function drop(home, name) {
  const client = new (ofApi('pg').Client)({ connectionString: home });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).finally(() => client.end());
}

async function forget(url, name) {
  const { Redis } = ofApi('ioredis');
  const redis = new Redis(url);
  const keys = await redis.keys(`*${name}*`);
  if (keys.length > 0) await redis.del(keys);
  await redis.quit();
}

/** What the messenger makes at the broker: see `rabbit-topology.ts`. */
async function wipe(url, name) {
  const connection = await ofApi('amqplib').connect(url);
  const channel = await connection.createChannel();
  for (const queue of ['files.removed', 'dead']) await channel.deleteQueue(`parley.${name}.jobs.${queue}`);
  for (const exchange of ['jobs', 'jobs.dead']) await channel.deleteExchange(`parley.${name}.${exchange}`);
  await connection.close();
}
