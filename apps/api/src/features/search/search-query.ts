import { SearchQuery } from '@parley/shared-types';
import { wordsOf } from './words.js';

export const HAS = ['link', 'code', 'reaction', 'pin', 'thread', 'file', 'image'] as const;

/** What a message may have beside its text. */
export type Has = (typeof HAS)[number];

/** Words that follow one another. The last of them may go on, and a single one may be any part, unless quoted. */
export type Phrase = { words: string[]; isQuoted: boolean };

/** What somebody typed, taken apart; people and rooms are still the names that were written. */
export type Asked = {
  phrases: Phrase[];
  from: string[];
  in: string[];
  has: Has[];
  /** Milliseconds: messages before each of these, and not before each of those. */
  before: number[];
  after: number[];
};

const PARTS = /(?:([a-z]+):)?"([^"]*)"?|(\S+)/giu;

/** Takes apart any text at all: what is no operator is words, what has no words says nothing. */
export function parseQuery(q: string): Asked {
  const asked: Asked = { phrases: [], from: [], in: [], has: [], before: [], after: [] };
  for (const [whole, named, quoted, bare] of q.matchAll(PARTS)) {
    const [name, value] = named !== undefined ? [named, quoted!] : split(bare ?? '');
    if (addOperator(asked, name.toLowerCase(), value)) continue;
    const words = wordsOf(whole);
    if (words.length > 0) asked.phrases.push({ words, isQuoted: named === undefined && bare === undefined });
  }
  return asked;
}

export const saysNothing = (asked: Asked): boolean => Object.values(asked).every((list) => list.length === 0);

const split = (word: string): [string, string] => {
  const colon = word.indexOf(':');
  return colon === -1 ? ['', word] : [word.slice(0, colon), word.slice(colon + 1)];
};

/** Whether it is an operator with a value that it takes. */
function addOperator(asked: Asked, name: string, value: string): boolean {
  switch (name) {
    case 'from':
    case 'in': {
      const trimmed = value.trim();
      if (trimmed !== '') asked[name].push(trimmed);
      return trimmed !== '';
    }
    case 'before':
    case 'after': {
      const isInstant = SearchQuery.shape[name].safeParse(value).success;
      if (isInstant) asked[name].push(Date.parse(value));
      return isInstant;
    }
    case 'has': {
      const has = HAS.find((known) => known === value.toLowerCase());
      if (has) asked.has.push(has);
      return has !== undefined;
    }
    default:
      return false;
  }
}
