import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether a program is here and works; if not, one line says what is therefore not checked. */
export function isHere(what, command, args) {
  const isThere = spawnSync(command ?? 'none', args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
  if (!isThere) process.stderr.write(`There is no ${what} here: what it would say is not checked.\n`);
  return isThere;
}

export const haproxy = existsSync('/usr/sbin/haproxy') ? '/usr/sbin/haproxy' : 'haproxy';

/**
 * Runs a program that judges files; answers with what it complains about, or '' when it has nothing to say.
 * @param warnings lines that are complaints even when the program ends with 0
 */
export function complaint(command, args, { env = {}, warnings } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, ...env },
  });
  const said = `${stdout}${stderr}`.trim();
  if (status !== 0) return said || `exit code ${status}`;
  return warnings
    ? said
        .split('\n')
        .filter((line) => warnings.test(line))
        .join('\n')
    : '';
}

/** Gives a folder of its own to `use`, and takes it away afterwards. */
export async function inFolder(use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-deploy-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
