import { isServerThere, serverDatabase, type ServerEngine } from '../../src/testing/server-database.js';
import { emptyRedis, isRedisThere, redisUrl } from '../redis.js';
import { ENGINE_OF_RUN } from '../services-of-run.js';
import { atEndOf, type Life } from './at-end.js';
import { newNode, type Node } from './node.js';

/** What the nodes have in common: PostgreSQL, unless the environment names the other. */
export const CLUSTER_ENGINE: ServerEngine = ENGINE_OF_RUN === 'mysql' ? 'mysql' : 'postgres';

/** Two, in the words of the promises. More of them keep the same ones. */
const NODES = Number(process.env['CHAOS_NODES'] ?? 2);

const isRedis = await isRedisThere();
const arePossible = isRedis && (await isServerThere(CLUSTER_ENGINE));

/** For two nodes on a database server of the test's own. */
export const describeWithRedis = isRedis ? describe : describe.skip;

/** Two nodes need a database server and Redis; where one does not answer that is said, and nothing tested. */
export const describeTwoNodes = arePossible ? describe : describe.skip;

export type Nodes = { a: Node; b: Node; all: Node[]; databaseUrl: string };

type Given = {
  /** Servers of the test's own, to be killed. */
  databaseUrl?: string;
  redis?: string;
  settings?: Record<string, string>;
  life?: Life;
};

/** Two started nodes on one empty database. */
export async function twoNodes({ databaseUrl, redis, settings, life = 'test' }: Given = {}): Promise<Nodes> {
  const url = databaseUrl ?? (await sharedDatabase(life));
  const common = {
    DATABASE_URL: url,
    REDIS_URL: redis ?? sharedRedis(life),
    SESSION_SECRET: 'the same for all, and long enough',
    ...settings,
  };
  const all: Node[] = [];
  for (let i = 0; i < NODES; i++) all.push(await newNode({ settings: common, life }));
  await Promise.all(all.map((node) => node.start()));
  return { a: all[0]!, b: all[1]!, all, databaseUrl: url };
}

async function sharedDatabase(life: Life): Promise<string> {
  const { url, drop } = await serverDatabase(CLUSTER_ENGINE);
  atEndOf(life, drop);
  return url;
}

function sharedRedis(life: Life): string {
  const url = redisUrl();
  atEndOf(life, () => emptyRedis(url));
  return url;
}

/** Where a promise is to hold: at one node on a file of its own, and at the nodes of a cluster. */
export const SHAPES: [name: string, start: () => Promise<Node[]>][] = [
  ['one node on SQLite', oneNode],
  ...(arePossible ? [['two nodes', async () => (await twoNodes()).all] as [string, typeof oneNode]] : []),
];

async function oneNode(): Promise<Node[]> {
  const node = await newNode();
  await node.start();
  return [node];
}
