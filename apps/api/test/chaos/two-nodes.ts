import { isServerThere, serverDatabase } from '../../src/testing/server-database.js';
import { emptyRedis, isRedisThere, redisUrl } from '../redis.js';
import { newNode, type Node } from './node.js';

/** Two nodes need a database server and Redis; where one does not answer that is said, and nothing tested. */
export const describeTwoNodes =
  (await isRedisThere()) && (await isServerThere('postgres')) ? describe : describe.skip;

const drops: (() => Promise<void>)[] = [];
// After the nodes have ended: hooks run in the opposite order of their making.
afterEach(() => Promise.all(drops.splice(0).map((drop) => drop())));

/** Two started nodes on one empty database. */
export async function twoNodes(): Promise<[Node, Node]> {
  const database = await serverDatabase('postgres');
  const redis = redisUrl();
  drops.push(async () => {
    await database.drop();
    await emptyRedis(redis);
  });
  const settings = {
    DATABASE_URL: database.url,
    REDIS_URL: redis,
    SESSION_SECRET: 'the same for both, and long enough',
  };
  const one = await newNode({ settings });
  const other = await newNode({ settings });
  await Promise.all([one.start(), other.start()]);
  return [one, other];
}
