import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { startApi, type ParleyApi } from '../src/app.js';
import { loadEnv } from '../src/config/env.js';
import { OperatorTokens } from '../src/features/auth/operator-tokens.js';
import { LogBook } from './log-book.js';
import { servicesOfRun } from './services-of-run.js';
import { UNLIMITED } from './unlimited.js';
import { until } from './until.js';

/** What keeps a process alive; a test that leaves more of it behind than it found has a leak. */
const HANDLES = new Set(['TCPServerWrap', 'TCPSocketWrap', 'Timeout']);
const openHandles = () => process.getActiveResourcesInfo().filter((name) => HANDLES.has(name));

/** The whole API in this process: its own folder, its own port, a real database file. */
export class Server {
  readonly log = new LogBook();
  readonly #onStop: (() => void)[] = [];

  private constructor(
    readonly api: ParleyApi,
    readonly dataDir: string,
    /** As in the environment of a process. */
    readonly settings: Record<string, string>,
    private readonly handles: number,
    private readonly dropServices: () => Promise<void>,
  ) {}

  /** @param settings as in the environment of a process */
  static async start(settings: Record<string, string> = {}): Promise<Server> {
    const handles = openHandles().length;
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-wire-'));
    const services = await servicesOfRun(settings);
    const own = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'fatal' };
    const all = { ...own, ...services.settings, ...settings };
    const env = loadEnv({ ...UNLIMITED, ...all });
    const server = new Server(await startApi(env), dataDir, all, handles, services.drop);
    server.log.open();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.api.port}`;
  }

  get host(): string {
    return `127.0.0.1:${this.api.port}`;
  }

  get writer(): DataSource {
    return this.api.app.get<DataSource>(getDataSourceToken('writer'));
  }

  get reader(): DataSource {
    return this.api.app.get<DataSource>(getDataSourceToken('reader'));
  }

  /** What the operator's tool calls with: signed with a key that only who runs the server can read. */
  operatorToken(): Promise<string> {
    return this.api.app.get(OperatorTokens).sign();
  }

  beforeStop(end: () => void): void {
    this.#onStop.push(end);
  }

  /** Fails when the server has logged a fault that nobody expected, or left something open. */
  async stop(): Promise<void> {
    for (const end of this.#onStop) end();
    await this.api.stop();
    await this.dropServices();
    await rm(this.dataDir, { recursive: true });
    await until(
      () => `open handles to close: ${openHandles().join(', ')}`,
      () => openHandles().length <= this.handles,
    );
    if (this.log.faults.length > 0)
      throw new Error(`The server logged ${inspect(this.log.faults, { depth: 5 })}`);
  }
}
