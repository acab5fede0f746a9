import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './lib/run.mjs';
import { say } from './lib/say.mjs';

export const HOW_TO_GET_NGINX = 'nginx is missing: apt-get install nginx-light';

// /usr/sbin is in nobody's PATH but root's.
const CANDIDATES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', 'nginx'];

/** What starts nginx here; undefined when there is none. */
export const findNginx = () =>
  CANDIDATES.find((file) => spawnSync(file, ['-v'], { stdio: 'ignore', timeout: 10_000 }).status === 0);

/** The same, after getting it where this account may install packages. */
export async function ensureNginx() {
  if (!findNginx() && existsSync('/usr/bin/apt-get')) await installPackage();
  return findNginx();
}

async function installPackage() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync(sudo[0], [...sudo.slice(1), 'true'], { stdio: 'ignore' }).status !== 0) {
    return;
  }
  say('Installing nginx by apt-get.');
  const as = (...command) => {
    const [file, ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
    return run(file, args);
  };
  await as('apt-get', 'update');
  await as('apt-get', 'install', '-y', '--no-install-recommends', 'nginx-light');
  // Debian starts what it installs; nobody has asked for a web server on port 80.
  if (existsSync('/run/systemd/system')) await as('systemctl', 'disable', '--now', 'nginx');
}
