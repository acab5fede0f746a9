import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.next', 'next-env.d.ts', 'test-results']);

/** A hash over name, size and time of every file in `sources` (files or folders) and of the `outputs`. */
export function fingerprint(sources, outputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...sources.flatMap(filesIn), ...outputs]) {
    const stat = lstatSync(fromRoot(file), { throwIfNoEntry: false });
    hash.update(`${file}\0${stat?.size}\0${stat?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (!lstatSync(fromRoot(place), { throwIfNoEntry: false })?.isDirectory()) return [place];
  return readdirSync(fromRoot(place))
    .filter((name) => !NOT_SOURCES.has(name) && !name.endsWith('.tsbuildinfo'))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}
