import { runnerOf } from './runner.mjs';

const RUNNER_POLL_MS = 500;

/**
 * Calls `stop` once when this process is to end: Ctrl-C, SIGTERM, SIGHUP, or, when npm runs it, npm's own
 * death, which no signal tells. Further signals change nothing: npm passes a Ctrl-C on that the terminal has
 * already sent to everyone.
 */
export function onStop(stop) {
  let stopped = false;
  const once = (reason) => {
    if (stopped) return;
    stopped = true;
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => once(signal));

  // Started by hand, it may outlive the shell it was started from.
  if (process.env.npm_lifecycle_event === undefined) return;
  const runner = runnerOf();
  setInterval(() => runnerOf() !== runner && once('SIGHUP'), RUNNER_POLL_MS).unref();
}
