import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { root } from '../lib/root.mjs';
import { freePorts } from './free-ports.mjs';

/** `npm start` with ports and data of its own, in a process group of its own as a terminal makes one. */
export class Messenger {
  output = '';

  static async start(settings = {}) {
    const messenger = new Messenger();
    const [port, webPort] = await freePorts(2);
    messenger.ports = { port, webPort };
    messenger.dataDir = mkdtempSync(path.join(tmpdir(), 'parley-start-'));
    const env = {
      ...process.env,
      PORT: String(port),
      WEB_PORT: String(webPort),
      DATA_DIR: messenger.dataDir,
    };
    delete env.NODE_ENV;
    messenger.npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    // 'close' comes when the last process that holds the output is gone, not only npm.
    messenger.allEnded = once(messenger.npm, 'close');
    messenger.ended = once(messenger.npm, 'exit').then(([code]) => code);
    for (const stream of [messenger.npm.stdout, messenger.npm.stderr]) {
      stream.on('data', (text) => (messenger.output += text));
    }
    return messenger;
  }

  /** What it said itself, without what npm says. */
  get lines() {
    return this.output.split('\n').filter((line) => line !== '' && !/^(>|npm )/.test(line));
  }

  async isReady() {
    while (!this.output.includes('Parley is ready at')) {
      if (this.npm.exitCode !== null) throw new Error(`It ended instead:\n${this.output}`);
      await after(50);
    }
    return this;
  }

  /** Process ids of the servers and of what runs them, from the children that /proc lists. */
  descendants(pid = this.npm.pid) {
    const tasks = `/proc/${pid}/task/${pid}/children`;
    const children = readFileSync(tasks, 'utf8').trim().split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...this.descendants(child)]);
  }

  /** The shell in which npm runs a script names the file too; the process itself is further down. */
  pidOf(file) {
    return this.descendants().findLast((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file));
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
