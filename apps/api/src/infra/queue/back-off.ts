const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** After the first failure, the second, … and the last of these after every further one. */
const WAITS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE];

/** Up to so much more, so that what failed together is not tried together. */
const JITTER = 0.2;

/** How long to wait after so many attempts, in milliseconds. */
export function backOff(attempts: number, random = Math.random): number {
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? SECOND;
  return Math.round(wait * (1 + JITTER * random()));
}
