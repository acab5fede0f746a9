// `npm run parley -- COMMAND`: the operator's tool, on the data of the messenger that runs here or would.
import { ensureApiBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onStop } from './lib/on-stop.mjs';
import { fromRoot } from './lib/root.mjs';
import { endRuns, runNode } from './lib/run.mjs';
import { command } from './lib/say.mjs';
import { envOf, loadSettings } from './lib/settings.mjs';

await command(async () => {
  onStop(() => endRuns());
  const settings = loadSettings();
  await ensureInstalled();
  await ensureApiBuilt();
  const env = { ...envOf(settings), NODE_ENV: 'production' };
  return runNode([fromRoot('apps/api/dist/cli/main.js'), ...process.argv.slice(2)], { env });
});
