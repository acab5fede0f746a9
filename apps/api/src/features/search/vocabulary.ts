import { LRUCache } from 'lru-cache';
import type { Database, Transaction } from '../../infra/database/database.js';
import { canBePart, isCharacter } from './words.js';

const KNOWN_WORDS = 50_000;

/**
 * `parts` holds the groups of three letters of each term, and of its beginning marked by `^`. A term's id says when
 * it was first met: the lower, the more frequent it is likely to be.
 */
export const VOCABULARY_TABLES = [
  'CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE)',
  `CREATE VIRTUAL TABLE parts USING fts5(term, content='', columnsize=0, detail=none,
     tokenize='trigram case_sensitive 1')`,
];

const ADD_TERMS = `WITH given AS (SELECT value AS term FROM json_each(?))
  INSERT OR IGNORE INTO terms (term) SELECT term FROM given RETURNING id, term`;

const ADD_PARTS = `WITH given AS (SELECT value FROM json_each(?))
  INSERT INTO parts (rowid, term) SELECT value ->> 'id', '^^' || (value ->> 'term') FROM given`;

const FIND = `SELECT terms.term FROM parts CROSS JOIN terms ON terms.id = parts.rowid
  WHERE parts MATCH ? AND instr(terms.term, ?) BETWEEN 1 AND ? ORDER BY parts.rowid LIMIT ?`;

const ANYWHERE = Number.MAX_SAFE_INTEGER;

/** Every word that was ever met, so that parts of words are looked up here and not in each message. */
export class Vocabulary {
  readonly #known = new LRUCache<string, true>({ max: KNOWN_WORDS });

  constructor(private readonly database: Database) {}

  /** Those of the words that may be new, each once. */
  unknownOf(words: string[]): string[] {
    return [...new Set(words)].filter((word) => !isCharacter(word) && !this.#known.has(word));
  }

  async add(tx: Transaction, words: string[]): Promise<void> {
    if (words.length === 0) return;
    const added = await tx.query<{ id: number; term: string }[]>(ADD_TERMS, [JSON.stringify(words)]);
    if (added.length > 0) await tx.query(ADD_PARTS, [JSON.stringify(added)]);
  }

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
    const marked = [...word].length === 1 ? `^^${word}` : `^${word}`;
    return unique([word, ...(await this.#find(marked, word, 1, limit))]).slice(0, limit);
  }

  /** Up to `limit` words that this one finds: those that begin with it first, then those that it is a part of. */
  async foundBy(word: string, limit: number): Promise<string[]> {
    const beginning = await this.beginningWith(word, limit);
    if (isCharacter(word) || !canBePart(word) || beginning.length === limit) return beginning;
    return unique([...beginning, ...(await this.#find(word, word, ANYWHERE, limit))]).slice(0, limit);
  }

  async #find(marked: string, word: string, lastPlace: number, limit: number): Promise<string[]> {
    const rows = await this.database.reads.query<{ term: string }[]>(FIND, [
      trigramsOf(marked),
      word,
      lastPlace,
      limit,
    ]);
    return rows.map(({ term }) => term);
  }
}

const unique = (words: string[]): string[] => [...new Set(words)];

const trigramsOf = (marked: string): string => {
  const letters = [...marked];
  return letters
    .slice(2)
    .map((_, i) => `"${letters.slice(i, i + 3).join('')}"`)
    .join(' AND ');
};
