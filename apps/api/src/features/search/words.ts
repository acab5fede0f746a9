/** Longer words are cut, in messages and in what is searched alike. */
const MAX_WORD_LENGTH = 64;

/** Scripts that put no spaces between words. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const RUNS = new RegExp(`(?=${LETTER})[${UNSPACED}]|(?:(?![${UNSPACED}])${LETTER})+`, 'gu');
const UNSPACED_CHARACTER = new RegExp(`^(?=${LETTER})[${UNSPACED}]$`, 'u');
const NO_LETTERS = new RegExp(`[^\\p{L}\\p{N}\\p{M}]+`, 'gu');

/** Accents, Hebrew points and Arabic vowels: written or left out, the word is the same. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g;

const HALF_A_CHARACTER = /[\ud800-\udbff]$/;

/** A word as it is compared, and where it stands in the text. */
export type Word = { text: string; start: number; end: number };

/**
 * The words of a text, which must be in NFC: runs of letters and digits without regard to case, accents or
 * compatibility forms. In scripts without spaces each character is a word, so that a phrase of them finds any part.
 */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: run, index: start } of text.matchAll(RUNS)) {
    const folded = fold(run);
    if (folded !== '') yield { text: folded, start, end: start + run.length };
  }
}

/** The words of any text, in order. */
export const wordsOf = (text: string): string[] =>
  [...wordsIn(text.normalize('NFC'))].map((word) => word.text);

/** Long enough to be looked for inside other words. */
export const canBePart = (word: string): boolean => [...word].length >= 3;

/** A single character that is a word: it has no beginning and no parts. */
export const isCharacter = (word: string): boolean => UNSPACED_CHARACTER.test(word);

// Upper case first, so that letters with two lower forms (ς and σ, ß and ss) meet.
const fold = (run: string): string =>
  (/^[\da-zA-Z]+$/.test(run)
    ? run.toLowerCase()
    : run
        .normalize('NFKD')
        .replace(MARKS, '')
        .normalize('NFKC')
        .toUpperCase()
        .toLowerCase()
        .normalize('NFKC')
        .replaceAll('ς', 'σ')
        .replace(NO_LETTERS, '')
  )
    .slice(0, MAX_WORD_LENGTH)
    .replace(HALF_A_CHARACTER, '');
