import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { isPortFree } from '../lib/ports.mjs';
import { fromRoot, root } from '../lib/root.mjs';

const { io } = createRequire(fromRoot('apps/api/package.json'))('socket.io-client');
const TRIES = 50;

/** The first of a few ports in a row that nobody has. */
async function portsFrom(first, count) {
  for (let port = first; port < first + TRIES * count; port += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, n) => isPortFree(port + n)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`No ${count} ports in a row from ${first} on are free.`);
}

/** `npm run cluster`, with ports, data and services of its own, in a process group as a terminal makes one. */
export class TestCluster {
  output = '';

  static async start(settings) {
    const cluster = new TestCluster();
    cluster.port = await portsFrom(24_480, 2);
    cluster.webPort = await portsFrom(25_480, 3);
    cluster.origin = `http://localhost:${cluster.webPort}`;
    cluster.dataDir = mkdtempSync(path.join(tmpdir(), 'parley-cluster-'));
    cluster.env = {
      ...process.env,
      PORT: String(cluster.port),
      WEB_PORT: String(cluster.webPort),
      DATA_DIR: cluster.dataDir,
      ...settings,
    };
    delete cluster.env.NODE_ENV;
    cluster.npm = spawn('npm', ['run', 'cluster'], {
      cwd: root,
      env: cluster.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    // 'close' comes when the last process that holds the output is gone: API nodes, web and nginx hold it too.
    cluster.allEnded = once(cluster.npm, 'close');
    cluster.ended = once(cluster.npm, 'exit').then(([code]) => code);
    for (const stream of [cluster.npm.stdout, cluster.npm.stderr]) {
      stream.on('data', (text) => (cluster.output += text));
    }
    return cluster;
  }

  /** What it said itself, without what npm says. */
  get lines() {
    return this.output.split('\n').filter((line) => line !== '' && !/^(>|npm )/.test(line));
  }

  async says(text) {
    while (!this.output.includes(text)) {
      if (this.npm.exitCode !== null) throw new Error(`It ended instead:\n${this.output}`);
      await after(50);
    }
    return this;
  }

  isReady = () => this.says('Parley is ready at');

  async nodesAreReady() {
    for (const port of [this.port, this.port + 1]) {
      const isReady = () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
      while (!(await isReady())) await after(50);
    }
  }

  get addresses() {
    return [this.port, this.port + 1, this.webPort, this.webPort + 1, this.webPort + 2];
  }

  descendants(pid = this.npm.pid) {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return children
      .filter(Boolean)
      .map(Number)
      .flatMap((child) => [child, ...this.descendants(child)]);
  }

  pidsOf(file) {
    return this.descendants().filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file));
  }

  /** Somebody who came in by nginx, over HTTP, and what they can do. */
  async joins(username) {
    const headers = { 'Content-Type': 'application/json', Origin: this.origin };
    const call = async (method, route, body) => {
      const answer = await fetch(`${this.origin}/api/v1${route}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      });
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    };
    const { headers: answered, body } = await call('POST', '/auth/login', { username });
    headers.Cookie = answered.getSetCookie()[0].split(';')[0];
    return { ...body, call, cookie: headers.Cookie };
  }

  /** A socket by nginx; `transports` as socket.io-client takes them. */
  async socket({ cookie }, transports) {
    const socket = io(this.origin, {
      transports,
      upgrade: false,
      forceNew: true,
      extraHeaders: { Cookie: cookie, Origin: this.origin },
    });
    const [{ connectionId }] = await new Promise((resolve, reject) => {
      socket.once('session:ready', (...ready) => resolve(ready));
      socket.once('connect_error', reject);
    });
    return Object.assign(socket, { connectionId });
  }

  async cleanUp() {
    try {
      process.kill(-this.npm.pid, 'SIGTERM');
    } catch {
      // Nobody of the group is left, as it should be.
    }
    await this.allEnded;
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
