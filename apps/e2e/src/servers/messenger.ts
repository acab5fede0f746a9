import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { fromRoot } from '../../../../tools/lib/root.mjs';
import { readiness, spawnServer, stopServer } from '../../../../tools/lib/servers.mjs';
import type { Addresses } from './addresses.js';
import { SESSION_SECRET } from './session-secret.js';

const API = 'apps/api/dist/main.js';
const WEB = 'apps/web/server/main.mjs';
const PAGES = 'apps/web/.next/BUILD_ID';

/** Settings by their names in the environment. */
export type Settings = Record<string, string>;

type Server = ReturnType<typeof spawnServer>;

/** The built API and web server, as `npm start` runs them, with an empty folder of data. */
export class Messenger {
  #api: Server | undefined;
  #web: Server | undefined;

  private constructor(
    readonly addresses: Addresses,
    private readonly dataDir: string,
    private readonly given: Settings,
  ) {}

  /** Settles when both answer. `given` is set beside what all tests need, or in its place. @throws Error when something is not built or does not become ready */
  static async start(addresses: Addresses, given: Settings = {}): Promise<Messenger> {
    const missing = [API, WEB, PAGES].filter((file) => !existsSync(fromRoot(file)));
    if (missing.length > 0) throw new Error(`Run "npm run build" first: there is no ${missing.join(', ')}.`);

    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-e2e-'));
    const messenger = new Messenger(addresses, dataDir, given);
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

  /** Changes the database behind the back of the API, which is killed for it and started again. */
  async changeData(sql: string): Promise<void> {
    await this.killApi();
    await new Promise<void>((resolve, reject) => {
      const database = new sqlite3.Database(path.join(this.dataDir, 'parley.db'));
      // Closing moves what was written into the file itself.
      database.run(sql, (error) => database.close(() => (error ? reject(error) : resolve())));
    });
    await this.startApi();
  }

  async stop(): Promise<void> {
    const servers = [this.#web, this.#api].filter((server) => server !== undefined);
    await Promise.all(servers.map(stopServer));
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Every setting that matters: what a person set for a messenger of their own is not for the tests. */
  #settings(): Settings {
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
      SESSION_SECRET,
      AUTH_MODE: '',
      EXTERNAL_JWT_SECRET: '',
      EXTERNAL_JWKS_URL: '',
      EXTERNAL_JWT_ISSUER: '',
      EXTERNAL_JWT_AUDIENCE: '',
      // Everybody of the tests comes from one address.
      RATE_LIMIT_MESSAGES: 'off',
      RATE_LIMIT_LOGIN: 'off',
      RATE_LIMIT_HTTP: 'off',
      ...this.given,
    };
  }
}
