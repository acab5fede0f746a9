import type { Database, Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';
import { alternativesOf } from './alternatives.js';
import { POSTINGS_TABLE, postingsOf, addPostings, removePostings } from './mysql-postings.js';
import { MysqlVocabulary, VOCABULARY_TABLES } from './mysql-vocabulary.js';
import type { IndexQuery, SearchDocument } from './search-index.js';
import {
  allOf,
  matching,
  parametersOf,
  ServerSearchIndex,
  type Condition,
  type Scope,
} from './server-search-index.js';
import { hashOf, patternOf, patternOfMark, spacedWords } from './spaced-words.js';

/** Where the rarest thing that must hold is looked for, nobody counts further than this. */
const MOST_COUNTED = 10_000;

/** Up to this many ranges are read one by one: for each word in each room. For more, words are read in all rooms. */
const MOST_RANGES = 4_000;

const putDocuments = withGiven(
  { message: 'id', room: 'instant', created_at: 'instant', words: 'text' },
  () => `INSERT INTO search_documents (id, room, created_at, words)
   SELECT UNHEX(message), room, created_at, words FROM given
   ON DUPLICATE KEY UPDATE words = VALUES(words)`,
);
const putRooms = withGiven(
  { room: 'id', version: 'int' },
  () => `INSERT INTO search_rooms (id, version) SELECT room, version FROM given
   ON DUPLICATE KEY UPDATE version = GREATEST(search_rooms.version, VALUES(version))`,
);

/** A way to all messages that may be meant: a table to begin with, and what holds there. */
type Way = { table: string; toDocuments: string; condition: Condition };

const BY_WORD = {
  table: 'search_postings',
  toDocuments: 'STRAIGHT_JOIN search_documents ON id = message_id',
};
const BY_ROOM = { table: 'search_documents FORCE INDEX (search_documents_room)', toDocuments: '' };

/**
 * Words in lists of messages that are rows of a table. FULLTEXT has a least length of words, stop words and a cache that
 * are settings of the server, and cannot skip through one list by another.
 */
export class MysqlSearchIndex extends ServerSearchIndex {
  protected readonly tables = {
    search_rooms: [
      `CREATE TABLE search_rooms (id VARCHAR(36) PRIMARY KEY, version INT NOT NULL)
       CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    ],
    search_documents: [
      `CREATE TABLE search_documents (
         id BINARY(16) PRIMARY KEY, room BIGINT NOT NULL, created_at BIGINT NOT NULL, words MEDIUMTEXT NOT NULL,
         KEY search_documents_room (room, id)
       ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    ],
    search_postings: [POSTINGS_TABLE],
    ...VOCABULARY_TABLES,
  };

  private constructor(database: Database, end?: () => Promise<void>) {
    super(database, new MysqlVocabulary(database), end);
  }

  /**
   * @param database the one whose messages are indexed, and in which the index is
   * @param end runs when nothing more is written
   */
  static async open(database: Database, end?: () => Promise<void>): Promise<MysqlSearchIndex> {
    const index = new MysqlSearchIndex(database, end);
    await index.prepare();
    return index;
  }

  /** Making tables commits: the lock is the connection's, and names of locks are the whole server's. */
  protected alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.write(async (tx) => {
      const [{ locked }] = await tx.query<[{ locked: unknown }]>(
        `SELECT GET_LOCK(MD5(CONCAT(DATABASE(), ' search')), 8) AS locked`,
      );
      if (Number(locked) !== 1)
        throw new Error('Somebody else has been making the search index for too long');
      try {
        return await work(tx);
      } finally {
        await tx.query(`SELECT RELEASE_LOCK(MD5(CONCAT(DATABASE(), ' search')))`);
      }
    });
  }

  protected async putVersions(tx: Transaction, versions: [string, number][]): Promise<void> {
    await putRooms(tx, versions);
  }

  protected async lockRooms(tx: Transaction, roomIds: string[]): Promise<void> {
    await putRooms(
      tx,
      roomIds.map((id) => [id, 0]),
    );
  }

  protected async replace(tx: Transaction, documents: SearchDocument[], goneIds: string[]): Promise<void> {
    const known = await this.#known(tx, [...documents.map(({ id }) => id), ...goneIds]);
    const rows = documents.map((document) => ({
      id: document.id,
      room: hashOf(document.roomId),
      createdAt: document.createdAt,
      words: spacedWords(document),
    }));
    const changed = rows.filter(({ id, words }) => known.get(id)?.words !== words);
    const outdated = [...goneIds, ...changed.map(({ id }) => id)].flatMap((id) => known.get(id) ?? []);
    await removePostings(tx, postingsOf(outdated));
    if (goneIds.length > 0) {
      await tx.query('DELETE FROM search_documents WHERE id IN (?)', [goneIds.map(bytesOf)]);
    }
    await putDocuments(
      tx,
      changed.map(({ id, room, createdAt, words }) => [hexOf(id), room, createdAt, words]),
    );
    await addPostings(tx, postingsOf(changed));
  }

  protected async lookUp(query: IndexQuery, scope: Scope, marks: string[]): Promise<string[]> {
    const way = await this.#rarest(await this.#waysOf(query, marks));
    const conditions = [
      way.condition,
      ...scope.conditions,
      ...[...query.phrases.map(patternOf), ...marks.map(patternOfMark)].map(matching),
    ];
    const found = await this.database.readLagging((reads) =>
      reads.query<{ id: Buffer }[]>(
        `SELECT DISTINCT id FROM ${way.table} ${way.toDocuments} WHERE id >= ? AND id < ? AND ${allOf(conditions)}
         ORDER BY id DESC LIMIT ?`,
        [bytesOf(scope.firstId), bytesOf(scope.endId), ...parametersOf(conditions), query.limit],
      ),
    );
    return found.map(({ id }) => this.fromStored(id));
  }

  protected isOneOf(column: string, values: number[]): Condition {
    return { sql: `${column} IN (?)`, parameters: [values] };
  }

  protected toStored(id: string): Buffer {
    return bytesOf(id);
  }

  protected fromStored(id: unknown): string {
    return (id as Buffer).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  async #known(
    tx: Transaction,
    ids: string[],
  ): Promise<Map<string, { id: string; room: number; words: string }>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: Buffer; room: number; words: string }[]>(
      'SELECT id, room, words FROM search_documents WHERE id IN (?)',
      [ids.map(bytesOf)],
    );
    return new Map(
      rows.map(({ id, ...rest }) => [this.fromStored(id), { id: this.fromStored(id), ...rest }]),
    );
  }

  /** Each word of a phrase, each mark and the rooms: what is meant must be found on every one of these ways. */
  async #waysOf({ phrases, roomIds }: IndexQuery, marks: string[]): Promise<Way[]> {
    const rooms = roomIds.map(hashOf);
    const alternatives = await alternativesOf(phrases, this.vocabulary);
    const needed = [
      ...alternatives.flatMap((sequences) => [
        ...sequences[0]!.slice(0, -1).map((word) => [word]),
        sequences.map((words) => words.at(-1)!),
      ]),
      ...marks.map((mark) => [mark]),
    ];
    return [
      ...needed.map((words) => ({ ...BY_WORD, condition: listsOf(words.map(hashOf), rooms) })),
      { ...BY_ROOM, condition: this.isOneOf('room', rooms) },
    ];
  }

  async #rarest(ways: Way[]): Promise<Way> {
    const counts = ways.map(
      ({ table, condition }, i) => `SELECT ${i} AS way, COUNT(*) AS messages FROM
        (SELECT 1 FROM ${table} WHERE ${condition.sql} LIMIT ${MOST_COUNTED}) counted`,
    );
    const counted = await this.database.readLagging((reads) =>
      reads.query<{ way: number; messages: number }[]>(
        `${counts.join(' UNION ALL ')} ORDER BY messages, way LIMIT 1`,
        ways.flatMap(({ condition }) => condition.parameters),
      ),
    );
    return ways[counted[0]!.way]!;
  }
}

const listsOf = (terms: number[], rooms: number[]): Condition =>
  terms.length * rooms.length <= MOST_RANGES
    ? { sql: 'term IN (?) AND room_hash IN (?)', parameters: [terms, rooms] }
    : { sql: 'term IN (?)', parameters: [terms] };

const hexOf = (id: string): string => id.replaceAll('-', '');
const bytesOf = (id: string): Buffer => Buffer.from(hexOf(id), 'hex');
