import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import pLimit from 'p-limit';
import { invalid } from '../../common/app-error.js';

/** OWASP's Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing shares its threads with the database: however many sign in at once, some of them stay free. */
const hashing = pLimit(2);

const COMMON = new Set(dictionary['passwords-common'] as string[]);

/** The same characters, however the keyboard composes them (RFC 8265, OpaqueString). */
const prepared = (password: string) => password.normalize('NFKC');

/** @throws AppError `validation_failed` for what is guessed first */
export function requireStrong(password: string, username: string): void {
  const folded = prepared(password).toLowerCase();
  if (COMMON.has(folded)) throw invalid('password', 'This password is among the first that are guessed.');
  if (folded === username.normalize('NFKC').toLowerCase())
    throw invalid('password', 'A name is no password.');
}

export const hashPassword = (password: string): Promise<string> =>
  hashing(() => hash(prepared(password), COST));

export const isPassword = (password: string, hashed: string): Promise<boolean> =>
  hashing(() => verify(hashed, prepared(password)));
