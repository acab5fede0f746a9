import { onStop } from './on-stop.mjs';
import { fromRoot } from './root.mjs';
import { endRuns } from './run.mjs';
import { say, Told } from './say.mjs';
import { readiness, spawnServer, stopServer } from './servers.mjs';
import { envOf, loadSettings } from './settings.mjs';

/**
 * Runs the API and the web server, as they are built, until this process is told to stop; then neither is left.
 * @param prepare what has to be done before, with the settings
 * @throws Told when one of the two ends by itself
 */
export async function runBothServers(prepare = async () => {}) {
  const servers = [];
  const stopped = new Promise((resolve) => onStop(resolve));
  const run = async () => {
    const settings = loadSettings();
    await prepare(settings);
    await serve(settings, servers);
  };
  try {
    await Promise.race([run(), stopped]);
  } finally {
    endRuns();
    // The API tells the pages that it goes, and they are behind the web server: so it goes first.
    for (const server of servers) await stopServer(server);
  }
}

/** The API first: the page needs it. */
async function serve(settings, servers) {
  const env = {
    ...envOf(settings),
    NODE_ENV: 'production',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
  const start = (name, file) => {
    const server = spawnServer(name, fromRoot(file), env);
    servers.push(server);
    return readiness(server);
  };
  await start('API', 'apps/api/dist/main.js');
  await start('web server', 'apps/web/server/main.mjs');
  say(`Parley is ready at ${settings.publicUrl}`);

  const [name, how] = await Promise.race(servers.map(async ({ name, ended }) => [name, await ended]));
  throw new Told(`The ${name} stopped by itself (${how}).`);
}
