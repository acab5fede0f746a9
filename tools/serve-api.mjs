// `nx serve api`: the API with reload. It compiles once and starts at once, then both watch.
import { spawn } from 'node:child_process';
import { onStop } from './lib/on-stop.mjs';
import { fromRoot } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';
import { command, Told } from './lib/say.mjs';
import { envOf, loadSettings } from './lib/settings.mjs';

const api = fromRoot('apps/api');
const tsc = fromRoot('node_modules/typescript/bin/tsc');

const start = (args, env = {}) =>
  spawn(process.execPath, args, {
    cwd: api,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });

await command(async () => {
  const env = envOf(loadSettings());
  if ((await runNode([tsc, '-b'], { cwd: api })) !== 0)
    throw new Told('The API does not compile: see above.');

  const watchers = [
    start([tsc, '-b', '--watch', '--preserveWatchOutput']),
    start(['--watch', '--watch-preserve-output', '--enable-source-maps', 'dist/main.js'], env),
  ];
  const stop = () => watchers.forEach((watcher) => watcher.kill('SIGTERM'));
  onStop(stop);
  for (const watcher of watchers) watcher.once('exit', stop);
});
