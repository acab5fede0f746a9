import { serverDatabase, type ServerEngine } from '../src/testing/server-database.js';
import { amqpUrl, Broker } from '../src/testing/rabbit.js';
import { emptyRedis, redisUrl } from './redis.js';

/** The engine that the suite runs on: SQLite, unless the environment names another. */
export const ENGINE_OF_RUN = (process.env['TEST_DATABASE'] ?? 'sqlite') as 'sqlite' | ServerEngine;

/** Whether each server of the suite has Redis beside it, as one node of several would. */
export const HAS_REDIS = process.env['TEST_REDIS'] === 'on';

/** Whether each hands its jobs out by RabbitMQ. */
const HAS_RABBIT = process.env['TEST_AMQP'] === 'on';

/** What one server of the suite works with that is not in its own folder, and how to leave nothing of it. */
export type Services = { settings: Record<string, string>; drop: () => Promise<void> };

/** Empty ones, for a server whose `given` settings name none of their kind. */
export async function servicesOfRun(given: Record<string, string>): Promise<Services> {
  const database =
    ENGINE_OF_RUN === 'sqlite' || given['DATABASE_URL'] ? null : await serverDatabase(ENGINE_OF_RUN);
  const redis = HAS_REDIS && !('REDIS_URL' in given) ? redisUrl() : null;
  const amqp = HAS_RABBIT && !('AMQP_URL' in given) ? amqpUrl() : null;
  return {
    settings: {
      ...(database && { DATABASE_URL: database.url, DATABASE_POOL_SIZE: '4' }),
      ...(redis && { REDIS_URL: redis, SESSION_SECRET: 'long enough for every server of the suite' }),
      ...(amqp && { AMQP_URL: amqp }),
    },
    drop: async () => {
      await database?.drop();
      if (redis) await emptyRedis(redis);
      if (amqp) await Broker.wipe(amqp);
    },
  };
}
