// `npm run dev`: both development servers. Ctrl-C ends them.
import { ensureInstalled } from './lib/install.mjs';
import { nxRunMany } from './lib/nx.mjs';
import { onStop } from './lib/on-stop.mjs';
import { checkPorts } from './lib/ports.mjs';
import { endRuns } from './lib/run.mjs';
import { command } from './lib/say.mjs';
import { envOf, loadSettings } from './lib/settings.mjs';

await command(async () => {
  const settings = loadSettings();
  await checkPorts(settings);
  let stopped = false;
  onStop(() => {
    stopped = true;
    endRuns();
  });
  await ensureInstalled();
  const code = await nxRunMany('serve', ['api', 'web'], { env: envOf(settings) });
  return stopped ? 0 : code;
});
