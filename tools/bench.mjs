// `npm run bench`: builds what is measured, then measures. Its options are those of bench/run.mjs.
import { ensureInstalled } from './lib/install.mjs';
import { nxRunMany } from './lib/nx.mjs';
import { onStop } from './lib/on-stop.mjs';
import { fromRoot } from './lib/root.mjs';
import { endRuns, runNode } from './lib/run.mjs';
import { command, Told } from './lib/say.mjs';

await command(async () => {
  onStop(() => endRuns());
  await ensureInstalled();
  if ((await nxRunMany('build', ['api'])) !== 0) throw new Told('The API does not build: see above.');
  return runNode([fromRoot('bench/run.mjs'), ...process.argv.slice(2)]);
});
