import type { Database, Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';
import { trigramsOf, Vocabulary } from './vocabulary.js';

/**
 * `parts` holds the groups of three letters of each term. The extension that does the same (pg_trgm) cannot be had
 * everywhere and, in a database with the locale C, knows no letters but those of English.
 * A term's id says when it was first met: the lower, the more frequent it is likely to be.
 */
export const VOCABULARY_TABLES = [
  `CREATE TABLE search_terms (
     id bigint GENERATED ALWAYS AS IDENTITY, term text COLLATE "C" PRIMARY KEY, parts text[] COLLATE "C" NOT NULL)`,
  'CREATE INDEX search_terms_parts ON search_terms USING gin (parts)',
];

// Those that are there are left out first: a refused row would use up a number. In order, so that nodes that add the
// same words wait for each other and never crosswise.
const addTerms = withGiven(
  { term: 'text' },
  () => `INSERT INTO search_terms (term, parts)
   SELECT term, ARRAY(SELECT substr(term, i, 3) FROM generate_series(1, length(term) - 2) i) FROM given
   WHERE NOT EXISTS (SELECT 1 FROM search_terms known WHERE known.term = given.term)
   ORDER BY term COLLATE "C" ON CONFLICT (term) DO NOTHING`,
);

/** Words and their groups of three letters in a table, found by a GIN index. */
export class PostgresVocabulary extends Vocabulary {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, words: string[]): Promise<void> {
    await addTerms(
      tx,
      words.map((word) => [word]),
    );
  }

  protected findBeginning(word: string, limit: number): Promise<string[]> {
    return this.#find('term >= ? AND term < ?', [word, word + LAST_LETTER], limit);
  }

  protected findContaining(word: string, limit: number): Promise<string[]> {
    return this.#find('parts @> ? AND strpos(term, ?) > 0', [trigramsOf(word), word], limit);
  }

  async #find(condition: string, parameters: unknown[], limit: number): Promise<string[]> {
    const rows = await this.database.readLagging((reads) =>
      reads.query<{ term: string }[]>(
        `SELECT term FROM search_terms WHERE ${condition} ORDER BY id LIMIT ?`,
        [...parameters, limit],
      ),
    );
    return rows.map(({ term }) => term);
  }
}

/** No letter comes after it. */
const LAST_LETTER = '\u{10ffff}';
