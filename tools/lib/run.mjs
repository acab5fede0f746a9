import { spawn } from 'node:child_process';
import { quietEnv } from './quiet-env.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

const HEARTBEAT_MS = 20_000;
const running = new Set();

/**
 * Runs a program to its end and answers its exit code. It gets a process group of its own, so that `endRuns`
 * also ends what it started itself. With `progress`, a line is printed while it works in silence.
 */
export function run(file, args, { cwd = root, env = {}, progress } = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...quietEnv, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    running.add(child);
    const heartbeat = setInterval(() => {
      if (progress) say(`  ${progress} (${Math.round((Date.now() - started) / 1000)} s)`);
    }, HEARTBEAT_MS);

    const ended = () => {
      clearInterval(heartbeat);
      running.delete(child);
    };
    child.once('error', (error) => {
      ended();
      reject(error);
    });
    child.once('exit', (code) => {
      ended();
      resolve(code ?? 1);
    });
  });
}

/** Runs a file with this very Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Ends every program that `run` started, with all that they started. */
export function endRuns(signal = 'SIGTERM') {
  for (const { pid } of running) {
    try {
      process.kill(-pid, signal);
    } catch {
      // It ended in this moment.
    }
  }
}
