import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { root } from './root.mjs';
import { Told } from './say.mjs';

const READY_MS = 60_000;
// Each server drains within ten seconds; one that hangs is ended.
const DRAIN_MS = 15_000;

/**
 * Starts a server. It says `{ ready: true }` over IPC, and takes the loss of that channel as the order to drain:
 * so it ends even when this process is killed.
 */
export function spawnServer(name, file, env, args = []) {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? `exit code ${code}`);
  const listening = new Promise((resolve) => {
    child.on('message', (message) => message?.ready === true && resolve('ready'));
  });
  return { name, child, ended, listening };
}

/** @throws Told when the server ends instead, or is not ready within a minute */
export async function readiness({ name, ended, listening }) {
  const late = after(READY_MS, 'late', { ref: false });
  const outcome = await Promise.race([listening, late, ended]);
  if (outcome === 'ready') return;
  if (outcome === 'late') throw new Told(`The ${name} was not ready within a minute.`);
  throw new Told(`The ${name} did not start (${outcome}).`);
}

/** Asks a server to drain and settles when it has ended. */
export async function stopServer({ child, ended }) {
  if (child.exitCode !== null || child.signalCode !== null) return;

  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
  await ended;
  clearTimeout(force);
}
