import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { nxRunMany } from './nx.mjs';
import { fromRoot } from './root.mjs';
import { say, Told } from './say.mjs';

const SETTINGS = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];

const ALL = {
  stamp: fromRoot('.nx/built'),
  projects: ['api', 'web'],
  sources: ['apps/api', 'apps/web', 'libs', ...SETTINGS],
  outputs: [
    'apps/api/dist/.tsbuildinfo',
    'apps/web/.next/BUILD_ID',
    'libs/message-text/dist/.tsbuildinfo',
    'libs/shared-types/dist/.tsbuildinfo',
    'libs/chat-client/dist/.tsbuildinfo',
  ],
};

const API = {
  stamp: fromRoot('.nx/built-api'),
  projects: ['api'],
  sources: ['apps/api', 'libs/message-text', 'libs/shared-types', ...SETTINGS],
  outputs: [
    'apps/api/dist/.tsbuildinfo',
    'libs/message-text/dist/.tsbuildinfo',
    'libs/shared-types/dist/.tsbuildinfo',
  ],
};

/**
 * Builds the API and the web app for production; returns at once when neither the sources nor the outputs
 * changed since the last time.
 * @throws Told when the build fails
 */
export async function ensureBuilt() {
  if (!isBuilt(ALL)) await build(ALL);
}

/** The same for the API alone. */
export async function ensureApiBuilt() {
  if (!isBuilt(API) && !isBuilt(ALL)) await build(API);
}

async function build(part) {
  say('Building.');
  const code = await nxRunMany('build', part.projects, {
    env: { NODE_ENV: 'production' },
    progress: 'still building',
  });
  if (code !== 0) throw new Told('The build failed: see above.');
  mkdirSync(path.dirname(part.stamp), { recursive: true });
  writeFileSync(part.stamp, state(part));
}

const isBuilt = (part) => read(part.stamp) === state(part);

const state = ({ sources, outputs }) => fingerprint(sources, outputs);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
