import { isPortFree } from '../lib/ports.mjs';

const FIRST = 23_480;
/** Four for each of the workers that `apps/e2e/src/servers/addresses.ts` counts. */
const NEEDED = 4 * Number(process.env.E2E_WORKERS || 1);
const TRIES = 50;

/**
 * The first of a few ports in a row that nobody has, so that two checkouts can be tested at once. Below 32768 the
 * system never hands one out by itself.
 */
export async function e2ePort() {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const first = FIRST + attempt * NEEDED;
    const ports = Array.from({ length: NEEDED }, (_, n) => first + n);
    const free = await Promise.all(ports.map(isPortFree));
    if (free.every(Boolean)) return first;
  }
  return FIRST;
}
