import { isServerThere, serverDatabase } from '../../src/testing/server-database.js';
import { emptyRedis, isRedisThere, redisUrl } from '../redis.js';
import { Server } from '../server.js';

/** Two nodes are possible only on a database server; where something is missing that is said, and nothing tested. */
export const describeCluster =
  (await isRedisThere()) && (await isServerThere('postgres')) ? describe : describe.skip;

type Given = {
  settings?: Record<string, string>;
  /** Where each of the two finds Redis; both at the same place unless told. */
  redis?: [a: string, b: string];
};

/** Two nodes on one database, each told of the other by Redis. */
export class Cluster {
  private constructor(
    readonly a: Server,
    readonly b: Server,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start({ settings = {}, redis }: Given = {}): Promise<Cluster> {
    const database = await serverDatabase('postgres');
    const shared = redisUrl();
    const [ofA, ofB] = redis ?? [shared, shared];
    const common = {
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '4',
      SESSION_SECRET: 'the same for both, and long enough',
      ...settings,
    };
    const a = await Server.start({ ...common, REDIS_URL: ofA });
    const b = await Server.start({ ...common, REDIS_URL: ofB }).catch(async (error: unknown) => {
      await a.stop();
      throw error;
    });
    return new Cluster(a, b, async () => {
      await database.drop();
      if (!redis) await emptyRedis(shared);
    });
  }

  async stop(): Promise<void> {
    // Together: each waits until no more is open than when it began.
    await Promise.all([this.a.stop(), this.b.stop()]);
    await this.drop();
  }
}
