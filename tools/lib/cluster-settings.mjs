import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';
import { loadSettings } from './settings.mjs';

const NEAR = '127.0.0.1';

/**
 * Where the parts of a cluster on one machine are. API nodes are on PORT and the next one; people come in by
 * WEB_PORT, behind which are the web server and the way back to the API.
 */
export function clusterSettings() {
  const dataDir = path.resolve(root, process.env.DATA_DIR || 'data/cluster');
  const { host, port, webPort, publicUrl } = loadSettings();
  const shared = {
    NODE_ENV: 'production',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    HOST: NEAR,
    PUBLIC_URL: publicUrl,
  };
  const api = {
    ...shared,
    DATABASE_URL: process.env.DATABASE_URL || `postgres://${userInfo().username}@${NEAR}:5432/parley_cluster`,
    REDIS_URL: process.env.REDIS_URL || `redis://${NEAR}:6379?prefix=parley-cluster`,
    AMQP_URL: process.env.AMQP_URL || `amqp://${NEAR}:5672?prefix=parley-cluster`,
    SESSION_SECRET: process.env.SESSION_SECRET || randomBytes(32).toString('hex'),
    STORAGE_URL: process.env.STORAGE_URL || `file:${path.join(dataDir, 'files')}`,
  };
  const [web, inner] = [webPort + 1, webPort + 2];
  return {
    publicUrl,
    dataDir,
    databaseUrl: api.DATABASE_URL,
    redisUrl: api.REDIS_URL,
    amqpUrl: api.AMQP_URL,
    ports: { people: webPort, web, inner, nodes: [port, port + 1] },
    addresses: {
      listen: host ? `${host}:${webPort}` : String(webPort),
      inner: `${NEAR}:${inner}`,
      web: `${NEAR}:${web}`,
      nodes: [`${NEAR}:${port}`, `${NEAR}:${port + 1}`],
    },
    // What a node has under way is its own; another one would clear it away when it starts.
    nodes: [port, port + 1].map((PORT) => ({
      ...api,
      PORT: String(PORT),
      DATA_DIR: path.join(dataDir, `node-${PORT}`),
    })),
    web: { ...shared, WEB_PORT: String(web), API_URL: `http://${NEAR}:${inner}` },
  };
}
