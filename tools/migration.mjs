// `npm run migration:run` and its like: migrations of the database at DATABASE_URL.
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
  return runNode([fromRoot('apps/api/dist/cli/migrations-main.js'), ...process.argv.slice(2)], {
    env: envOf(settings),
  });
});
