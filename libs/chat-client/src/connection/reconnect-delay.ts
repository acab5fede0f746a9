const FIRST_MS = 500;
const MOST_MS = 10_000;
const JITTER = 0.5;

/**
 * How long to wait before the next attempt, in milliseconds: doubling from 0.5 s to 10 s, then up to half of it more
 * or less, so that a crowd that lost its server together does not come back together.
 */
export const reconnectDelay = (attempt: number, random: () => number = Math.random): number => {
  const base = Math.min(MOST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(base * (1 - JITTER + 2 * JITTER * random()));
};
