import { randomInt } from 'node:crypto';

const LETTERS = 'bcdfghjkmnpqrstvwxyz';

/** Lower-case letters that no other test has: so that tests which share a messenger do not meet. */
export const unique = (length = 8): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** `ada` → `ada-kqzw…`. Letters only: digits in a name would look like numbers that a test waits for. */
export const uniqueName = (name: string): string => `${name}-${unique()}`;
