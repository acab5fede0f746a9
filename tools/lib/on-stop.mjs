const PARENT_POLL_MS = 500;

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

  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && once('SIGHUP'), PARENT_POLL_MS).unref();
}
