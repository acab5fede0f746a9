// What the image runs: `node deploy/run.mjs both | api | web | parley COMMAND | migrations COMMAND`, as built.
import { runBothServers } from '../tools/lib/both-servers.mjs';
import { fromRoot } from '../tools/lib/root.mjs';
import { command, Told } from '../tools/lib/say.mjs';

const FILES = {
  api: 'apps/api/dist/main.js',
  web: 'apps/web/server/main.mjs',
  parley: 'apps/api/dist/cli/main.js',
  migrations: 'apps/api/dist/cli/migrations-main.js',
};

const role = process.argv[2] ?? 'both';
if (role === 'both') {
  await command(runBothServers);
} else if (role in FILES) {
  // In this very process: a signal to the container is a signal to the server.
  process.argv.splice(1, 2, fromRoot(FILES[role]));
  await import(fromRoot(FILES[role]));
} else {
  await command(() => {
    throw new Told(`There is no "${role}": use both, ${Object.keys(FILES).join(', ')}.`);
  });
}
