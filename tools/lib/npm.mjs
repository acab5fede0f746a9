import { run, runNode } from './run.mjs';

/** Runs npm: the very one that called us, if one did. Answers the exit code. */
export function npm(args, options) {
  const caller = process.env.npm_execpath;
  if (caller?.endsWith('npm-cli.js')) return runNode([caller, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
