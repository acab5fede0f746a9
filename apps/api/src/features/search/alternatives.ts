import type { Phrase } from './search-query.js';
import type { Vocabulary } from './vocabulary.js';

/** One of these sequences of words must be in the text. */
export type Alternatives = string[][];

/** How many words may stand for those that were typed: each is looked up. */
const MOST_WORDS = 200;
const LEAST_WORDS_EACH = 8;

/** What each phrase may stand for: the words that its last one begins or, if it is alone, is a part of. */
export function alternativesOf(phrases: Phrase[], vocabulary: Vocabulary): Promise<Alternatives[]> {
  const loose = phrases.filter(({ isQuoted }) => !isQuoted).length;
  const most = Math.max(LEAST_WORDS_EACH, Math.floor(MOST_WORDS / loose));
  return Promise.all(
    phrases.map(async ({ words, isQuoted }): Promise<Alternatives> => {
      if (isQuoted) return [words];
      const last = words.at(-1)!;
      if (words.length === 1) return (await vocabulary.foundBy(last, most)).map((word) => [word]);
      const endings = await vocabulary.beginningWith(last, most);
      return endings.map((ending) => [...words.slice(0, -1), ending]);
    }),
  );
}
