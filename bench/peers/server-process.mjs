import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { cpuSeconds } from './process-figures.mjs';

const STOP_MS = 12_000;
const collector = path.join(import.meta.dirname, 'collect-on-request.mjs');

const SERVER_CORE = '0';
const LOAD_CORE = '1';
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Puts this process, the load, on a core of its own. Answers whether the machine can do that. */
export function pinLoad() {
  return canPin && spawnSync('taskset', ['-a', '-p', '-c', LOAD_CORE, String(process.pid)]).status === 0;
}

/** Starts a server of one file on one core and waits until it listens. */
export async function startProcess(file, env, port) {
  const node = [process.execPath, '--expose-gc', '--import', collector, file];
  const [command, ...args] = canPin ? ['taskset', '-c', SERVER_CORE, ...node] : node;
  const child = spawn(command, args, {
    env: { ...process.env, ...env, NODE_ENV: 'production', PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const ready = new Promise((resolve) => child.on('message', (message) => message.ready && resolve(true)));
  if ((await Promise.race([ready, ended])) !== true) throw new Error(`${file} did not start.`);

  return {
    cpuSeconds: () => cpuSeconds(child.pid),
    memory: () => memoryOf(child),
    stop: async () => {
      child.kill('SIGTERM');
      if (await Promise.race([ended, after(STOP_MS, null, { ref: false })])) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** `liveKb` is what is in use after a collection, `residentKb` what the system has given. */
function memoryOf(child) {
  return new Promise((resolve) => {
    const listen = ({ collected }) => {
      if (!collected) return;
      child.off('message', listen);
      resolve(collected);
    };
    child.on('message', listen);
    child.send('collect');
  });
}

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
