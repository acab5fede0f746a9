import type { Database, Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';
import { Vocabulary } from './vocabulary.js';

/** How many letters of each ending of a word are kept: from here on, few words have them in common. */
const ENDING_LENGTH = 8;

/**
 * `search_endings` holds each term from each of its letters on, so that a part of it is the beginning of a row: no
 * index of MariaDB finds the inside of a text.
 * A term's id says when it was first met: the lower, the more frequent it is likely to be.
 */
export const VOCABULARY_TABLES = {
  search_terms: [
    `CREATE TABLE search_terms (
       id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, term VARCHAR(64) NOT NULL, UNIQUE KEY (term)
     ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  ],
  search_endings: [
    `CREATE TABLE search_endings (
       ending VARCHAR(${ENDING_LENGTH}) NOT NULL, term_id INT UNSIGNED NOT NULL, PRIMARY KEY (ending, term_id)
     ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  ],
};

type Term = { id: number; term: string };

const unknownTerms = withGiven<{ term: string }>(
  { term: 'id' },
  () => `SELECT given.term FROM given
   LEFT JOIN search_terms ON search_terms.term = given.term WHERE search_terms.id IS NULL`,
);
const addTerms = withGiven(
  { term: 'id' },
  () => 'INSERT IGNORE INTO search_terms (term) SELECT term FROM given',
);
const idsOfTerms = withGiven<Term>(
  { term: 'id' },
  ({ join }) => `SELECT search_terms.id, search_terms.term FROM given
   ${join} search_terms ON search_terms.term = given.term`,
);
const addEndings = withGiven(
  { ending: 'id', term: 'int' },
  () => 'INSERT IGNORE INTO search_endings (ending, term_id) SELECT ending, term FROM given',
);

/** Words and their endings in tables. */
export class MysqlVocabulary extends Vocabulary {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, words: string[]): Promise<void> {
    const unknown = await unknownTerms(tx, rowsOf(words));
    if (unknown.length === 0) return;
    // In order, so that nodes that add the same words wait for each other and never crosswise.
    const terms = rowsOf(unknown.map(({ term }) => term).sort());
    await addTerms(tx, terms);
    const endings = (await idsOfTerms(tx, terms)).flatMap(({ id, term }) =>
      endingsOf(term).map((ending): [string, number] => [ending, id]),
    );
    await addEndings(tx, endings.sort(byEnding));
  }

  protected findBeginning(word: string, limit: number): Promise<string[]> {
    return this.#find('SELECT term FROM search_terms WHERE term LIKE ? ORDER BY id LIMIT ?', [
      `${word}%`,
      limit,
    ]);
  }

  protected findContaining(word: string, limit: number): Promise<string[]> {
    const letters = [...word];
    if (letters.length > ENDING_LENGTH) {
      return this.#find(
        `SELECT DISTINCT search_terms.id, term FROM search_endings
         STRAIGHT_JOIN search_terms ON search_terms.id = term_id
         WHERE ending = ? AND LOCATE(?, term) > 0 ORDER BY id LIMIT ?`,
        [letters.slice(0, ENDING_LENGTH).join(''), word, limit],
      );
    }
    return this.#find(
      `SELECT term FROM
         (SELECT DISTINCT term_id FROM search_endings WHERE ending LIKE ? ORDER BY term_id LIMIT ?) found
       STRAIGHT_JOIN search_terms ON search_terms.id = term_id ORDER BY term_id`,
      [`${word}%`, limit],
    );
  }

  async #find(sql: string, parameters: unknown[]): Promise<string[]> {
    const rows = await this.database.readLagging((reads) => reads.query<{ term: string }[]>(sql, parameters));
    return rows.map(({ term }) => term);
  }
}

const rowsOf = (words: string[]): string[][] => words.map((word) => [word]);

const endingsOf = (term: string): string[] => {
  const letters = [...term];
  return letters.slice(2).map((_, i) => letters.slice(i, i + ENDING_LENGTH).join(''));
};

const byEnding = ([a, i]: [string, number], [b, k]: [string, number]): number =>
  a < b ? -1 : a > b ? 1 : i - k;
