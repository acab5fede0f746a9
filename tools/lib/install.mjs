import { readFileSync } from 'node:fs';
import { npm } from './npm.mjs';
import { fromRoot, root } from './root.mjs';
import { say, Told } from './say.mjs';
import { buildSqlite, hasSqlite } from './sqlite-binary.mjs';

/**
 * Installs the dependencies unless those of package-lock.json are there.
 * @throws Told when npm fails
 */
export async function ensureInstalled() {
  if (!hasPackages()) await installPackages();
  if (!hasSqlite()) await buildSqlite();
}

async function installPackages() {
  say('Installing dependencies.');
  say('  Where no ready-made SQLite can be downloaded it is compiled: about two minutes more.');
  // NODE_ENV=production would leave out what builds the apps. SQLite does not compile below a path with spaces:
  // there it is made elsewhere, afterwards.
  const scripts = /\s/.test(root) ? ['--ignore-scripts'] : [];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', ...scripts];
  const code = await npm(args, { progress: 'still installing' });
  if (code !== 0) throw new Told('The dependencies could not be installed: see what npm said above.');
}

/** npm writes node_modules/.package-lock.json last of all: what it lists was completely installed. */
function hasPackages() {
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
