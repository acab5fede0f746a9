import { fromRoot } from './root.mjs';
import { runNode } from './run.mjs';

const CORES = '2';

/** Runs one target of many projects, as few at a time as a small machine bears. Answers the exit code. */
export const nxRunMany = (target, projects = [], options = {}) =>
  runNode(
    [
      fromRoot('node_modules/nx/dist/bin/nx.js'),
      'run-many',
      `--target=${target}`,
      `--parallel=${CORES}`,
      '--output-style=stream',
      ...(projects.length > 0 ? [`--projects=${projects.join(',')}`] : []),
    ],
    options,
  );
