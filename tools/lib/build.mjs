import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { nxRunMany } from './nx.mjs';
import { fromRoot } from './root.mjs';
import { say, Told } from './say.mjs';

const SOURCES = ['apps/api', 'apps/web', 'libs', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const OUTPUTS = [
  'apps/api/dist/.tsbuildinfo',
  'apps/web/.next/BUILD_ID',
  'libs/shared-types/dist/.tsbuildinfo',
  'libs/chat-client/dist/.tsbuildinfo',
];
const stamp = fromRoot('.nx/built');

/**
 * Builds the API and the web app for production; returns at once when neither the sources nor the outputs
 * changed since the last time.
 * @throws Told when the build fails
 */
export async function ensureBuilt() {
  if (read(stamp) === state()) return;

  say('Building.');
  const code = await nxRunMany('build', ['api', 'web'], {
    env: { NODE_ENV: 'production' },
    progress: 'still building',
  });
  if (code !== 0) throw new Told('The build failed: see above.');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state());
}

const state = () => fingerprint(SOURCES, OUTPUTS);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
