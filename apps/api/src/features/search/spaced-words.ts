import type { SearchDocument } from './search-index.js';
import type { Phrase } from './search-query.js';
import { canBePart, isCharacter } from './words.js';

// Words as one text with a space before and after each of them, so that LIKE finds them, phrases and parts.

/** Marks are in capitals, words never are: nothing that was typed is found in a mark. */
export const senderMark = (userId: string): string => `U${inCapitals(userId)}`;
export const roomMark = (roomId: string): string => `R${inCapitals(roomId)}`;
export const hasMark = (what: string): string => `H${what.toUpperCase()}`;

/** What is stored of a message: its words, then marks for what else it may be found by. */
export const spacedWords = (document: SearchDocument): string =>
  ` ${[...document.words, ...marksOf(document)].join(' ')} `;

const marksOf = ({ roomId, senderId, has }: SearchDocument): string[] => [
  roomMark(roomId),
  senderMark(senderId),
  ...has.map(hasMark),
];

/** What LIKE finds a phrase by. Words have nothing but letters and digits in them, which need no escape. */
export function patternOf({ words, isQuoted }: Phrase): string {
  const last = words.at(-1)!;
  if (isQuoted || isCharacter(last)) return `% ${words.join(' ')} %`;
  return words.length === 1 && canBePart(last) ? `%${last}%` : `% ${words.join(' ')}%`;
}

export const patternOfMark = (mark: string): string => `% ${mark} %`;

/**
 * A number of 53 bits for a text, to be stored in its place: cyrb53 by bryc, in the public domain. That two of a
 * million texts have the same one is as likely as one in twenty thousand.
 */
export function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 2 ** 32 * (b & 0x1fffff) + (a >>> 0);
}

/** The same in sixteen letters, `A` to `P`. */
const inCapitals = (text: string): string =>
  hashOf(text)
    .toString(16)
    .replace(/./g, (digit) => String.fromCharCode(65 + parseInt(digit, 16)));
