import type { Database, Transaction } from '../../infra/database/database.js';
import { trigramsOf, Vocabulary } from './vocabulary.js';

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

/** Words and their groups of three letters in FTS5. */
export class SqliteVocabulary extends Vocabulary {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, words: string[]): Promise<void> {
    if (words.length === 0) return;
    const added = await tx.query<{ id: number; term: string }[]>(ADD_TERMS, [JSON.stringify(words)]);
    if (added.length > 0) await tx.query(ADD_PARTS, [JSON.stringify(added)]);
  }

  protected findBeginning(word: string, limit: number): Promise<string[]> {
    const marked = [...word].length === 1 ? `^^${word}` : `^${word}`;
    return this.#find(marked, word, 1, limit);
  }

  protected findContaining(word: string, limit: number): Promise<string[]> {
    return this.#find(word, word, ANYWHERE, limit);
  }

  async #find(marked: string, word: string, lastPlace: number, limit: number): Promise<string[]> {
    const parts = trigramsOf(marked).map((part) => `"${part}"`);
    const rows = await this.database.reads.query<{ term: string }[]>(FIND, [
      parts.join(' AND '),
      word,
      lastPlace,
      limit,
    ]);
    return rows.map(({ term }) => term);
  }
}
