import type { Database, Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';
import { alternativesOf } from './alternatives.js';
import { PostgresVocabulary, VOCABULARY_TABLES } from './postgres-vocabulary.js';
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
import { hashOf, patternOf, roomMark, spacedWords } from './spaced-words.js';

/** The words of a message as the index has them. */
const WORDS = `string_to_array(trim(words), ' ')`;

/** Up to this many rooms are looked up as words are; of more, messages are found first and then asked for theirs. */
const MOST_ROOM_MARKS = 20;

const putDocuments = withGiven(
  { message: 'id', room: 'instant', created_at: 'instant', words: 'text' },
  () => `INSERT INTO search_documents (id, room, created_at, words)
   SELECT message::uuid, room, created_at, words FROM given
   ON CONFLICT (id) DO UPDATE SET words = excluded.words WHERE search_documents.words <> excluded.words`,
);
const putRooms = withGiven(
  { room: 'id', version: 'int' },
  () => `INSERT INTO search_rooms (id, version) SELECT room, version FROM given
   ON CONFLICT (id) DO UPDATE SET version = GREATEST(search_rooms.version, excluded.version)`,
);

/**
 * Words in a GIN index over arrays of them: nothing reads what was typed, there are no languages and no stop words. GIN
 * skips through one list of messages by the other, so that a common word in a small room costs what is found.
 */
export class PostgresSearchIndex extends ServerSearchIndex {
  protected readonly tables = {
    search_rooms: ['CREATE TABLE search_rooms (id varchar(36) PRIMARY KEY, version int NOT NULL)'],
    search_documents: [
      `CREATE TABLE search_documents (
         id uuid PRIMARY KEY, room bigint NOT NULL, created_at bigint NOT NULL, words text COLLATE "C" NOT NULL)`,
      'CREATE INDEX search_documents_room ON search_documents (room, id)',
      // Without a list of what is still to be sorted in: every search would read it.
      `CREATE INDEX search_documents_words ON search_documents USING gin (${WORDS}) WITH (fastupdate = off)`,
    ],
    search_terms: VOCABULARY_TABLES,
  };

  protected readonly putRooms = putRooms;

  constructor(database: Database, end?: () => Promise<void>) {
    super(database, new PostgresVocabulary(database), end);
  }

  protected alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.write(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('parley search'))`);
      return work(tx);
    });
  }

  protected async replace(tx: Transaction, documents: SearchDocument[], goneIds: string[]): Promise<void> {
    await tx.query('DELETE FROM search_documents WHERE id = ANY(?::uuid[])', [goneIds]);
    await putDocuments(
      tx,
      documents.map((document) => [
        document.id,
        hashOf(document.roomId),
        document.createdAt,
        spacedWords(document),
      ]),
    );
  }

  protected async lookUp(query: IndexQuery, scope: Scope, marks: string[]): Promise<string[]> {
    const alternatives = await alternativesOf(query.phrases, this.vocabulary);
    const conditions = [
      ...(query.roomIds.length <= MOST_ROOM_MARKS ? [anyOf(query.roomIds.map(roomMark))] : []),
      ...alternatives.flatMap((sequences) => [
        ...sequences[0]!.slice(0, -1).map((word) => anyOf([word])),
        anyOf(sequences.map((words) => words.at(-1)!)),
      ]),
      ...marks.map((mark) => anyOf([mark])),
      // In the order in which they were typed.
      ...query.phrases.filter(({ words }) => words.length > 1).map((phrase) => matching(patternOf(phrase))),
      ...scope.conditions,
    ];
    return this.database.readLagging((reads) =>
      reads.transaction(async (tx) => {
        // The planner cannot know how rare the words are together, and would rather read everything.
        await tx.query(`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
        const found = await tx.query<{ id: string }[]>(
          `WITH found AS MATERIALIZED (SELECT id FROM search_documents WHERE ${allOf(conditions)})
           SELECT id FROM found WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?`,
          [...parametersOf(conditions), scope.firstId, scope.endId, query.limit],
        );
        return found.map(({ id }) => id);
      }),
    );
  }

  protected isOneOf(column: string, values: number[]): Condition {
    return { sql: `${column} = ANY(?::bigint[])`, parameters: [values] };
  }

  /** Both columns at once, as the planner would rather read all rooms to find the latest of one. */
  protected walk(firstId: string, endId: string, room: number | null): Walk {
    const table = 'search_documents';
    if (room === null) {
      const between = { sql: 'id >= ? AND id < ?', parameters: [firstId, endId] };
      return { table, between, order: 'id DESC' };
    }
    return {
      table,
      between: {
        sql: '(room, id) >= (?, ?) AND (room, id) < (?, ?)',
        parameters: [room, firstId, room, endId],
      },
      order: 'room DESC, id DESC',
    };
  }

  protected fromStored(id: unknown): string {
    return String(id);
  }
}

const anyOf = (words: string[]): Condition => ({ sql: `${WORDS} && ?::text[]`, parameters: [words] });
