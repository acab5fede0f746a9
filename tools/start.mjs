// `npm start`: from a fresh clone to a running messenger, and back to nothing when it is told to stop.
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onStop } from './lib/on-stop.mjs';
import { checkPorts } from './lib/ports.mjs';
import { fromRoot } from './lib/root.mjs';
import { endRuns } from './lib/run.mjs';
import { command, say, Told } from './lib/say.mjs';
import { readiness, spawnServer, stopServer } from './lib/servers.mjs';
import { envOf, loadSettings } from './lib/settings.mjs';

const servers = [];
const stopped = new Promise((resolve) => onStop(resolve));

async function prepare(settings) {
  await checkPorts(settings);
  await ensureInstalled();
  await ensureBuilt();
}

/** The API first: the page needs it. Throws when one of the two ends by itself. */
async function serve(settings) {
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

async function run() {
  const settings = loadSettings();
  await prepare(settings);
  await serve(settings);
}

await command(async () => {
  try {
    await Promise.race([run(), stopped]);
  } finally {
    endRuns();
    // The API tells the pages that it goes, and they are behind the web server: so it goes first.
    for (const server of servers) await stopServer(server);
  }
});
