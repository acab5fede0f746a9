// `npm start`: from a fresh clone to a running messenger, and back to nothing when it is told to stop.
import { runBothServers } from './lib/both-servers.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkPorts } from './lib/ports.mjs';
import { command } from './lib/say.mjs';

await command(() =>
  runBothServers(async (settings) => {
    await checkPorts(settings);
    await ensureInstalled();
    await ensureBuilt();
  }),
);
