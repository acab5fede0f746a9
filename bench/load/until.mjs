import { setTimeout as after } from 'node:timers/promises';

const STEP_MS = 5;

/** Settles with whether `condition` came true within `limitMs`. */
export async function until(condition, limitMs) {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await after(STEP_MS);
  }
  return true;
}
