import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';
import { run, runNode } from './run.mjs';
import { say, Told } from './say.mjs';

/**
 * Installs the dependencies unless those of package-lock.json are there.
 * @throws Told when npm fails
 */
export async function ensureInstalled() {
  if (isInstalled()) return;

  say(
    'Installing dependencies. Where no ready-made SQLite can be downloaded it is compiled: about two minutes.',
  );
  const npm = process.env.npm_execpath;
  // NODE_ENV=production would leave out what builds the apps.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const options = { progress: 'still installing', env: { CPLUS_INCLUDE_PATH: headers() } };
  const code = npm?.endsWith('npm-cli.js')
    ? await runNode([npm, ...args], options)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
  if (code !== 0) throw new Told('The dependencies could not be installed: see what npm said above.');
}

/** Where SQLite's compilation finds its headers also when the path to this folder has spaces in it. */
const headers = () =>
  [fromRoot('node_modules/node-addon-api'), process.env.CPLUS_INCLUDE_PATH]
    .filter(Boolean)
    .join(path.delimiter);

/** npm writes node_modules/.package-lock.json last of all: what it lists was completely installed. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const there = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (place in there ? there[place].version === version : optional === true),
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(fromRoot(file), 'utf8')).packages;
  } catch {
    return {};
  }
}
