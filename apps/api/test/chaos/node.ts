import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { UNLIMITED } from '../unlimited.js';
import { atEndOf, type Life } from './at-end.js';
import { freePort } from './free-port.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** A start that takes longer has failed. */
const START_LIMIT_MS = 30_000;

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** Where the API is reached: at a node itself, or at what stands before several. */
export type Place = { url: string };

/** What the processes are run with, to look into them: `--cpu-prof`, say. */
const NODE_ARGS = process.env['CHAOS_NODE_ARGS']?.split(' ') ?? [];

/** The built API as a process of its own, on its own folder and port, that can be killed and started again. */
export class Node {
  output = '';
  #child: ChildProcess;
  readonly #beforeStop: (() => void)[] = [];
  #exit: Promise<Exit> = Promise.resolve({ code: null, signal: null });

  constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly settings: Record<string, string> = {},
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseFile(): string {
    return path.join(this.dataDir, 'parley.db');
  }

  /** How the process ended, once it has. */
  get exit(): Promise<Exit> {
    return this.#exit;
  }

  /** Another one after every start. */
  get pid(): number {
    return this.#child.pid!;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Starts the process and does not wait for it. It has an IPC channel to this one, as under a supervisor. */
  launch(): void {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: build the API first`);
    this.output = '';
    this.#child = spawn(process.execPath, [...NODE_ARGS, MAIN], {
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
        ...UNLIMITED,
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const { stdout, stderr } = this.#child;
    const streams = [stdout!, stderr!];
    for (const stream of streams) stream.on('data', (text) => (this.output += String(text)));
    // Not the child's own `close`: it never comes once the channel has been closed from this side.
    const ends = [this.#child, ...streams].map((end, i) => once(end, i === 0 ? 'exit' : 'close'));
    this.#exit = Promise.all(ends).then(([end]) => ({ code: end![0], signal: end![1] }) as Exit);
  }

  /** Starts the process and waits until it takes work; how long that took, in milliseconds. */
  async start(): Promise<number> {
    const from = performance.now();
    this.launch();
    while (!(await this.isReady())) {
      if (this.hasEnded) throw new Error(`The server ended instead of starting: ${this.output}`);
      if (performance.now() - from > START_LIMIT_MS) throw new Error(`Never ready: ${this.output}`);
      await delay(10);
    }
    return Math.round(performance.now() - from);
  }

  /** What `/readyz` answers; null when nobody does. */
  readiness(): Promise<number | null> {
    return fetch(`${this.url}/readyz`).then(
      (response) => response.text().then(() => response.status),
      () => null,
    );
  }

  async isReady(): Promise<boolean> {
    return (await this.readiness()) === 200;
  }

  /** As a power cut would end it, save that the system's caches live on. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** What the end of a supervisor looks like to the process it started. */
  closeChannel(): void {
    this.#child.disconnect();
  }

  /** As at a server in this process: what ends before it does. */
  beforeStop(end: () => void): void {
    this.#beforeStop.push(end);
  }

  async end(): Promise<void> {
    for (const end of this.#beforeStop.splice(0)) end();
    if (this.#child && !this.hasEnded) await this.kill();
  }
}

type Given = { dataDir?: string; port?: number; settings?: Record<string, string>; life?: Life };

/** A node that has not been started yet, on a fresh folder (or the given one) and a free port (likewise). */
export async function newNode({ dataDir, port, settings, life = 'test' }: Given = {}): Promise<Node> {
  const node = new Node(dataDir ?? (await newFolder(life)), port ?? (await freePort()), settings);
  atEndOf(life, () => node.end());
  return node;
}

export async function newFolder(life: Life = 'test'): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-chaos-'));
  atEndOf(life, () => rm(folder, { recursive: true, force: true }));
  return folder;
}
