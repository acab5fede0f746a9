import type { Database, Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';
import { POSTINGS_TABLE, postingsOf, addPostings, removePostings } from './mysql-postings.js';
import { MysqlVocabulary, VOCABULARY_TABLES } from './mysql-vocabulary.js';
import { rarestOf, waysOf } from './mysql-ways.js';
import type { IndexQuery, SearchDocument } from './search-index.js';
import {
  allOf,
  matching,
  parametersOf,
  ServerSearchIndex,
  type Condition,
  type Scope,
  type Walk,
} from './server-search-index.js';
import { hashOf, patternOf, patternOfMark, spacedWords } from './spaced-words.js';

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

  protected readonly putRooms = putRooms;

  constructor(database: Database, end?: () => Promise<void>) {
    super(database, new MysqlVocabulary(database), end);
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

  /**
   * From the rarest of what must hold, sorted before anything else is read, so that a page ends where it is full; then by
   * the other words, whose rows are small; then to the messages.
   */
  protected async lookUp(query: IndexQuery, scope: Scope, marks: string[]): Promise<string[]> {
    const ways = await waysOf(query, marks, this.vocabulary);
    const way = await rarestOf(ways, this.database);
    const others = ways.flatMap(({ term }) => (term === undefined || term === way.term ? [] : [term]));
    const joins = others.map(
      (_, i) =>
        `STRAIGHT_JOIN search_postings other_${i} ON other_${i}.term = ?
         AND other_${i}.room_hash = found.room_hash AND other_${i}.message_id = found.message_id`,
    );
    const conditions = [
      ...scope.conditions,
      ...[...query.phrases.map(patternOf), ...marks.map(patternOfMark)].map(matching),
    ];
    const found = await this.database.readLagging((reads) =>
      reads.query<{ id: Buffer }[]>(
        `SELECT id FROM (SELECT ${way.ids} FROM ${way.table} WHERE ${way.condition.sql}) found
         ${joins.join(' ')} STRAIGHT_JOIN search_documents ON id = found.message_id
         WHERE id >= ? AND id < ? AND ${allOf(conditions)} ORDER BY found.message_id DESC LIMIT ?`,
        [
          ...[...way.condition.parameters, ...others],
          ...[bytesOf(scope.firstId), bytesOf(scope.endId)],
          ...[...parametersOf(conditions), query.limit],
        ],
      ),
    );
    return found.map(({ id }) => this.fromStored(id));
  }

  protected isOneOf(column: string, values: number[]): Condition {
    return { sql: `${column} IN (?)`, parameters: [values] };
  }

  protected walk(firstId: string, endId: string, room: number | null): Walk {
    const index = room === null ? 'PRIMARY' : 'search_documents_room';
    return {
      table: `search_documents FORCE INDEX (${index})`,
      between: {
        sql: `${room === null ? '' : 'room = ? AND '}id >= ? AND id < ?`,
        parameters: [...(room === null ? [] : [room]), bytesOf(firstId), bytesOf(endId)],
      },
      order: 'id DESC',
    };
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
}

const hexOf = (id: string): string => id.replaceAll('-', '');
const bytesOf = (id: string): Buffer => Buffer.from(hexOf(id), 'hex');
