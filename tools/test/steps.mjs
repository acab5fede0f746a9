import { ensureBrowser } from '../ensure-browser.mjs';
import { ensureNginx } from '../ensure-nginx.mjs';
import { ensureBuilt } from '../lib/build.mjs';
import { nxRunMany } from '../lib/nx.mjs';
import { fromRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { runOnEngines } from './engines.mjs';
import { runJest } from './jest.mjs';
import { runPlaywright } from './playwright.mjs';

const bin = (file) => fromRoot('node_modules', file);

/**
 * What `npm test` does, in order. A step answers `{ code }`, with `{ passed, failed }` when it counted tests;
 * `needs` names a step without which it makes no sense.
 */
export const steps = [
  { name: 'format', run: () => runNode([bin('prettier/bin/prettier.cjs'), '--check', '.']).then(asResult) },
  { name: 'lint', run: () => runNode([bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']).then(asResult) },
  { name: 'types', run: () => nxRunMany('typecheck', [], { progress: 'still checking' }).then(asResult) },
  { name: 'build', run: () => ensureBuilt().then(() => ({ code: 0 })) },
  // Where it cannot be had, the tests that need it say so.
  { name: 'nginx', run: () => ensureNginx().then(() => ({ code: 0 })) },
  { name: 'unit and integration tests', needs: 'build', run: runJest },
  { name: 'the API on other databases', needs: 'build', run: runOnEngines },
  { name: 'browser', run: () => ensureBrowser().then(() => ({ code: 0 })) },
  { name: 'end-to-end tests', needs: 'browser', run: runPlaywright },
  {
    name: 'benchmark, as a report',
    needs: 'build',
    run: () =>
      runNode([fromRoot('bench/run.mjs'), '--quick'], { progress: 'still measuring' }).then(asResult),
  },
];

const asResult = (code) => ({ code });
