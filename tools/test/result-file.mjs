import { mkdirSync, rmSync } from 'node:fs';
import { fromRoot } from '../lib/root.mjs';

/** Where a test runner writes its counts; what an earlier run left is gone. */
export function freshResultFile(name) {
  const folder = fromRoot('.nx/test-results');
  mkdirSync(folder, { recursive: true });
  rmSync(`${folder}/${name}`, { force: true });
  return `${folder}/${name}`;
}
