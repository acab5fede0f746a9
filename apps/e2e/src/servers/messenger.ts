import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fromRoot } from '../../../../tools/lib/root.mjs';
import { readiness, spawnServer, stopServer } from '../../../../tools/lib/servers.mjs';
import type { Addresses } from './addresses.js';

const API = 'apps/api/dist/main.js';
const WEB = 'apps/web/server/main.mjs';
const PAGES = 'apps/web/.next/BUILD_ID';

type Server = ReturnType<typeof spawnServer>;

/** The built API and web server, as `npm start` runs them, with an empty folder of data. */
export class Messenger {
  #api: Server | undefined;
  #web: Server | undefined;

  private constructor(
    readonly addresses: Addresses,
    private readonly dataDir: string,
  ) {}

  /** Settles when both answer. @throws Error when something is not built or does not become ready */
  static async start(addresses: Addresses): Promise<Messenger> {
    const missing = [API, WEB, PAGES].filter((file) => !existsSync(fromRoot(file)));
    if (missing.length > 0) throw new Error(`Run "npm run build" first: there is no ${missing.join(', ')}.`);

    const messenger = new Messenger(addresses, await mkdtemp(path.join(os.tmpdir(), 'parley-e2e-')));
    try {
      await Promise.all([messenger.startApi(), messenger.startWeb()]);
    } catch (error) {
      await messenger.stop();
      throw error;
    }
    return messenger;
  }

  async startApi(): Promise<void> {
    this.#api = spawnServer('API', API, this.#settings());
    await readiness(this.#api);
  }

  async startWeb(): Promise<void> {
    this.#web = spawnServer('web server', WEB, this.#settings());
    await readiness(this.#web);
  }

  /** As a power cut would: nothing is drained, nothing is told. */
  async killApi(): Promise<void> {
    const child = this.#api?.child;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    const servers = [this.#web, this.#api].filter((server) => server !== undefined);
    await Promise.all(servers.map(stopServer));
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Every setting that matters: what a person set for a messenger of their own is not for the tests. */
  #settings(): Record<string, string> {
    const { port, webPort, url } = this.addresses;
    return {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      WEB_PORT: String(webPort),
      PUBLIC_URL: url,
      API_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: this.dataDir,
      DATABASE_URL: '',
      HOST: '',
      ALLOWED_ORIGINS: '',
      SESSION_SECRET: '',
    };
  }
}
