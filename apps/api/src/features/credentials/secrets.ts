import { createHash, randomBytes } from 'node:crypto';

const CODES_AT_ONCE = 10;
const CODE_BYTES = 10;

/** Crockford's base 32: no letter that is taken for another or for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Secrets with 80 bits and more need no slow hash: nobody goes through them. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** `a2k4-9xw1-m0pq-7dze`, ten of them or as many as wanted. */
export const newCodes = (count = CODES_AT_ONCE): string[] => Array.from({ length: count }, newCode);

function newCode(): string {
  const bits = [...randomBytes(CODE_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{5}/g)!.map((five) => ALPHABET[Number.parseInt(five, 2)]!);
  return letters.join('').match(/.{4}/g)!.join('-');
}

/** The code that somebody meant who wrote it in capitals, without lines, or took a letter for a digit. */
export const codeAsMade = (typed: string): string =>
  (
    typed
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replaceAll('o', '0')
      .replace(/[il]/g, '1')
      .match(/.{1,4}/g) ?? []
  ).join('-');

/** What a browser keeps to be known again. */
export const newBrowserSecret = (): string => randomBytes(32).toString('base64url');
