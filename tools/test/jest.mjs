import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { freshResultFile } from './result-file.mjs';

const PLACES = ['libs', 'apps', '.'];

/** Runs jest in each project that has a jest.config.mjs, never from a cache, and counts its tests. */
export async function runJest() {
  const total = { code: 0, passed: 0, failed: 0 };
  for (const project of projects()) {
    say(`\n${project}`);
    const result = await runJestIn(project);
    total.code ||= result.code;
    total.passed += result.passed;
    total.failed += result.failed;
  }
  return total;
}

const projects = () =>
  PLACES.flatMap((place) => readdirSync(fromRoot(place)).map((name) => path.join(place, name))).filter(
    (project) => existsSync(fromRoot(project, 'jest.config.mjs')),
  );

/** Runs jest in one project, with settings of the environment and names of what is to be run, if not all is. */
export async function runJestIn(project, settings = {}, patterns = []) {
  const file = freshResultFile('jest.json');
  const jest = fromRoot('node_modules/jest/bin/jest.js');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--maxWorkers=2',
    '--json',
    `--outputFile=${file}`,
    ...patterns,
  ];
  const env = { NODE_ENV: 'test', ...settings };
  const code = await runNode(args, { cwd: fromRoot(project), env, progress: 'still testing' });
  if (!existsSync(file)) return { code: code || 1, passed: 0, failed: 1 };

  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return { code, passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}
