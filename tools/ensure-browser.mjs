import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fromRoot } from './lib/root.mjs';
import { run, runNode } from './lib/run.mjs';
import { say, Told } from './lib/say.mjs';

const INSTALLED = [
  // Half the work of the whole browser, and what Playwright itself downloads for tests without a window.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium for the tests: CHROME_BIN, else Playwright's own download, else an installed one;
 * undefined when there is none.
 * @throws Told when CHROME_BIN names nothing
 */
export function findBrowser() {
  const chosen = process.env.CHROME_BIN;
  if (chosen && !existsSync(chosen)) throw new Told(`CHROME_BIN: there is no ${chosen}.`);
  return chosen || [playwrights(), ...INSTALLED].find((path) => existsSync(path) && runs(path));
}

/**
 * The same, after getting one if there is none.
 * @throws Told when none can be had
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;

  say('Downloading a browser for the tests.');
  const playwright = fromRoot('node_modules/playwright/cli.js');
  const system = mayInstallPackages() ? ['--with-deps'] : [];
  await runNode([playwright, 'install', ...system, 'chromium'], { progress: 'still downloading' });
  if (!findBrowser() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installPackage();

  const now = findBrowser();
  if (now) return now;
  throw new Told('No Chromium found. Install one, or set CHROME_BIN to the path of one.');
}

const playwrights = () => createRequire(import.meta.url)('playwright').chromium.executablePath();

/** A download without the system's libraries is there and does not run. */
const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

const mayInstallPackages = () =>
  process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;

async function installPackage() {
  say('Installing Chromium by apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], { env });
}
