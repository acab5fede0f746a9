import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { e2ePort } from './e2e-port.mjs';
import { freshResultFile } from './result-file.mjs';

/** Runs the browser tests against the built apps and counts them. */
export async function runPlaywright() {
  const file = freshResultFile('playwright.json');
  const playwright = fromRoot('node_modules/@playwright/test/cli.js');
  const code = await runNode([playwright, 'test', '--reporter=list,json'], {
    cwd: fromRoot('apps/e2e'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0', E2E_PORT: String(await e2ePort()) },
    progress: 'still testing',
  });
  if (!existsSync(file)) return { code: code || 1, passed: 0, failed: 1 };

  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return { code, passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
