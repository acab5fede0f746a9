import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BareWorld } from '../worlds/bare-world.mjs';
import { ParleyWorld } from '../worlds/parley-world.mjs';
import { LocalServer } from './local-server.mjs';

const here = import.meta.dirname;
// On the disk of the checkout: where /tmp lives in memory, a sync to disk would cost nothing.
const scratch = path.join(here, '../results/scratch');

const UNLIMITED = { RATE_LIMIT_MESSAGES: 'off', RATE_LIMIT_LOGIN: 'off', RATE_LIMIT_HTTP: 'off' };

/** A peer can be started afresh for each measurement; what it answers is the server and its world of people. */
export const parley = {
  name: 'parley',
  async start() {
    mkdirSync(scratch, { recursive: true });
    const dataDir = mkdtempSync(path.join(scratch, 'data-'));
    const server = await LocalServer.start(path.join(here, '../../apps/api/dist/main.js'), {
      ...UNLIMITED,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
    });
    server.world = new ParleyWorld(server.origin);
    const stop = server.stop.bind(server);
    server.stop = async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return server;
  },
};

export const bare = {
  name: 'bare',
  async start() {
    const server = await LocalServer.start(path.join(here, 'bare-socketio.mjs'), {});
    server.world = new BareWorld();
    return server;
  },
};

/** A server that somebody else started and that speaks the contract; its CPU and memory cannot be seen. */
export const remote = (url) => ({
  name: new URL(url).host,
  start: async () => ({
    origin: new URL(url).origin,
    cpuSeconds: () => NaN,
    memory: async () => ({ liveKb: NaN, residentKb: NaN }),
    restart: async () => undefined,
    stop: async () => undefined,
    world: new ParleyWorld(new URL(url).origin),
  }),
});
