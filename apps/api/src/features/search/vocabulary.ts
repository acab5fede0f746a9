import { LRUCache } from 'lru-cache';
import type { Transaction } from '../../infra/database/database.js';
import { canBePart, isCharacter } from './words.js';

const KNOWN_WORDS = 50_000;

/** Every word that was ever met, so that parts of words are looked up here and not in each message. */
export abstract class Vocabulary {
  readonly #known = new LRUCache<string, true>({ max: KNOWN_WORDS });

  /** Those of the words that may be new, each once. */
  unknownOf(words: string[]): string[] {
    return [...new Set(words)].filter((word) => !isCharacter(word) && !this.#known.has(word));
  }

  abstract add(tx: Transaction, words: string[]): Promise<void>;

  /** To be called after the commit that added them. */
  added(words: string[]): void {
    for (const word of words) this.#known.set(word, true);
  }

  forget(): void {
    this.#known.clear();
  }

  /** Up to `limit` words that begin with this one, itself first. */
  async beginningWith(word: string, limit: number): Promise<string[]> {
    if (isCharacter(word)) return [word];
    return unique([word, ...(await this.findBeginning(word, limit))]).slice(0, limit);
  }

  /** Up to `limit` words that this one finds: those that begin with it first, then those that it is a part of. */
  async foundBy(word: string, limit: number): Promise<string[]> {
    const beginning = await this.beginningWith(word, limit);
    if (isCharacter(word) || !canBePart(word) || beginning.length === limit) return beginning;
    return unique([...beginning, ...(await this.findContaining(word, limit))]).slice(0, limit);
  }

  /** Up to `limit` words that begin with this one, those first that were met first. */
  protected abstract findBeginning(word: string, limit: number): Promise<string[]>;

  /** The same for words that have this one, of at least three letters, anywhere in them. */
  protected abstract findContaining(word: string, limit: number): Promise<string[]>;
}

const unique = (words: string[]): string[] => [...new Set(words)];

/** Each three letters that follow one another, in order. */
export const trigramsOf = (word: string): string[] => {
  const letters = [...word];
  return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''));
};
