import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answers, type ServerEngine } from '../../src/testing/server-database.js';
import { atEndOf } from './at-end.js';
import { freePort } from './free-port.js';
import { newFolder } from './node.js';

type Program = {
  name: string;
  engine: ServerEngine;
  /** The program, where it is installed; null where it is not. */
  find: () => string | null;
  /** Fills an empty folder. */
  prepare: (program: string, folder: string, run: (program: string, args: string[]) => void) => void;
  args: (folder: string, port: number) => string[];
  url: (port: number) => string;
};

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

const PROGRAMS: Record<ServerEngine, Program> = {
  postgres: {
    name: 'PostgreSQL',
    engine: 'postgres',
    find: () => {
      const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
      return firstOf(versions.map((version) => path.join(DEBIAN_POSTGRES, version, 'bin', 'postgres')));
    },
    prepare: (program, folder, run) =>
      run(path.join(path.dirname(program), 'initdb'), ['-D', folder, '-U', 'postgres', '-A', 'trust', '-N']),
    args: (folder, port) => ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
  },
  mysql: {
    name: 'MariaDB',
    engine: 'mysql',
    // MySQL fills its folder in another way.
    find: () => firstOf(['/usr/sbin/mariadbd']),
    prepare: (_, folder, run) =>
      run('/usr/bin/mariadb-install-db', [
        ...['--no-defaults', `--datadir=${folder}`, '--auth-root-authentication-method=normal'],
        '--skip-test-db',
      ]),
    args: (folder, port) => [
      ...['--no-defaults', `--datadir=${folder}`, `--port=${port}`, '--bind-address=127.0.0.1'],
      `--socket=${folder}/mysql.sock`,
    ],
    url: (port) => `mysql://root@127.0.0.1:${port}/mysql`,
  },
};

/** What a server needs beyond the usual: more arguments, another way to fill its empty folder, or another folder. */
export type More = { args?: string[]; prepare?: Program['prepare']; folder?: string };

const firstOf = (files: string[]): string | null => files.find((file) => existsSync(file)) ?? null;

/** They refuse the superuser, and are run as nobody then. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** A database server of a test's own, that can be killed and started again. */
export class PrivateServer {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly kind: Program,
    private readonly program: string,
    private readonly folder: string,
    readonly port: number,
    private readonly moreArgs: string[],
  ) {}

  /** Whether the program is installed. If not it says so, as what needs it is then skipped. */
  static isThere(kind: ServerEngine): boolean {
    const { name, find } = PROGRAMS[kind];
    if (find()) return true;
    process.stderr.write(`${name} is not installed: what becomes of us when it is killed is not tested\n`);
    return false;
  }

  static async start(
    kind: ServerEngine,
    { args = [], prepare = PROGRAMS[kind].prepare, folder: given }: More = {},
  ): Promise<PrivateServer> {
    const known = PROGRAMS[kind];
    const folder = given ?? (await newFolder());
    const server = new PrivateServer(known, known.find()!, folder, await freePort(), args);
    atEndOf('test', () => server.kill());
    if (server.#account) await chown(folder, NOBODY.uid, NOBODY.gid);
    prepare(server.program, folder, (program, args) => {
      const { status, stderr } = spawnSync(program, args, { ...server.#account, cwd: folder });
      if (status !== 0) throw new Error(`${program} failed: ${String(stderr)}`);
    });
    await server.start();
    return server;
  }

  get url(): string {
    return this.kind.url(this.port);
  }

  /** Settles when it takes connections. */
  async start(): Promise<void> {
    const child = spawn(this.program, [...this.kind.args(this.folder, this.port), ...this.moreArgs], {
      ...this.#account,
      cwd: this.folder,
      stdio: 'ignore',
    });
    this.#child = child;
    while (!(await answers(this.kind.engine, this.url))) {
      if (child.exitCode !== null) throw new Error(`${this.kind.name} ended with ${child.exitCode}`);
      await delay(20);
    }
  }

  /** As a power cut would end it. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  get #account(): object | undefined {
    return process.getuid?.() === 0 ? NOBODY : undefined;
  }
}
