import { randomBytes } from 'node:crypto';

const KEY = /^[0-9a-f]{32}(\.[0-9a-z]+)*$/;

/** A name that nobody chose and nobody guesses; endings such as `.480.webp` may follow it. */
export const newBlobKey = (): string => randomBytes(16).toString('hex');

export const isKey = (name: string): boolean => KEY.test(name);

/** @throws Error for what no server made: nothing that came from outside may ever be a key */
export function requireKey(key: string): string {
  if (!isKey(key)) throw new Error('This is no key of a stored file');
  return key;
}
