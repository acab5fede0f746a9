/**
 * Adds up what the steps answered. Tests count one each; a step that failed without naming a failed test (lint,
 * a crashed runner) counts as one failed, one that passed without tests as nothing. A run in which no test ran
 * is a failure.
 */
export function tally(results) {
  let passed = 0;
  let failed = 0;
  for (const result of results) {
    passed += result.passed ?? 0;
    failed += result.failed || (result.code === 0 ? 0 : 1);
  }
  if (passed + failed === 0) failed = 1;
  return { passed, failed };
}
