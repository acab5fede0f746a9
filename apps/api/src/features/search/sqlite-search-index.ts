import type { OnApplicationShutdown } from '@nestjs/common';
import type { Database, Transaction } from '../../infra/database/database.js';
import { DerivedFile } from '../../infra/database/derived-file.js';
import { inList, withGiven } from '../../infra/database/sql.js';
import { alternativesOf } from './alternatives.js';
import { earliestId } from './earliest-id.js';
import { indexedText, matchExpression } from './match-expression.js';
import { SearchIndex, type IndexChanges, type IndexQuery } from './search-index.js';
import { SqliteVocabulary, VOCABULARY_TABLES } from './sqlite-vocabulary.js';

/** To be raised when what is stored of a message, or what counts as a word, changes: everything is then taken anew. */
const SCHEMA_VERSION = 2;

const TABLES = [
  'CREATE TABLE rooms (id TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID',
  `CREATE VIRTUAL TABLE documents USING fts5(text, content='', contentless_delete=1, tokenize='ascii')`,
  ...VOCABULARY_TABLES,
];

const putVersions = withGiven(
  { room: 'id', version: 'int' },
  () => 'INSERT OR REPLACE INTO rooms (id, version) SELECT room, version FROM given',
);
const putDocuments = withGiven(
  { position: 'int', text: 'text' },
  () => 'INSERT OR REPLACE INTO documents (rowid, text) SELECT position, text FROM given',
);

/**
 * The words of messages in FTS5, in a file beside the database. A message's number in the index is its row's in the
 * database: messages are only ever added there, so these numbers are dense and rise in the order of storing, and
 * the index is read backwards from any point and left as soon as a page is full.
 */
export class SqliteSearchIndex extends SearchIndex implements OnApplicationShutdown {
  readonly #index: Database;
  readonly #vocabulary: SqliteVocabulary;

  private constructor(
    private readonly file: DerivedFile,
    private readonly messages: Database,
  ) {
    super();
    this.#index = file.database;
    this.#vocabulary = new SqliteVocabulary(file.database);
  }

  /** @param messages the database whose messages are indexed */
  static async open(databaseUrl: string, messages: Database): Promise<SqliteSearchIndex> {
    const schema = { version: SCHEMA_VERSION, statements: TABLES };
    return new SqliteSearchIndex(await DerivedFile.open(databaseUrl, 'search', schema), messages);
  }

  onApplicationShutdown(): Promise<void> {
    return this.file.close();
  }

  async versions(): Promise<Map<string, number>> {
    const rows = await this.#index.reads.query<{ id: string; version: number }[]>('SELECT * FROM rooms');
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  async take({ documents, goneIds, versions }: IndexChanges): Promise<void> {
    const positionOf = await this.#positionsOf([...documents.map(({ id }) => id), ...goneIds]);
    const gone = goneIds.map((id) => positionOf.get(id)!);
    // Ascending, as FTS5 begins a new segment whenever a number is lower than the one before.
    const rows = documents
      .map((document) => ({ position: positionOf.get(document.id)!, text: indexedText(document) }))
      .sort((a, b) => a.position - b.position);
    const words = this.#vocabulary.unknownOf(documents.flatMap((document) => document.words));

    await this.#index.write(async (tx) => {
      if (gone.length > 0) await tx.query(`DELETE FROM documents WHERE rowid IN ${inList(gone)}`, gone);
      await putDocuments(
        tx,
        rows.map(({ position, text }) => [position, text]),
      );
      await this.#vocabulary.add(tx, words);
      await putVersions(tx, [...versions]);
    });

    this.#vocabulary.added(words);
  }

  async find(query: IndexQuery): Promise<string[]> {
    if (query.roomIds.length === 0) return [];
    const [phrases, { first, end }] = await Promise.all([
      alternativesOf(query.phrases, this.#vocabulary),
      this.#boundsOf(query),
    ]);

    const found = await this.#index.reads.query<{ position: number }[]>(
      `SELECT rowid AS position FROM documents WHERE documents MATCH ? AND rowid >= ? AND rowid < ?
       ORDER BY rowid DESC LIMIT ?`,
      [matchExpression({ ...query, phrases }), first, end, query.limit],
    );
    const positions = found.map(({ position }) => position);
    const messages = await this.messages.reads.query<{ id: string }[]>(
      `SELECT id FROM messages WHERE rowid IN ${inList(positions)} ORDER BY rowid DESC`,
      positions,
    );

    return messages.map(({ id }) => id);
  }

  async forget(): Promise<void> {
    await this.#index.write(async (tx: Transaction) => {
      for (const table of ['rooms', 'documents', 'terms', 'parts']) await tx.query(`DROP TABLE ${table}`);
      for (const statement of TABLES) await tx.query(statement);
    });

    this.#vocabulary.forget();
  }

  async #positionsOf(ids: string[]): Promise<Map<string, number>> {
    const rows = await this.messages.reads.query<{ id: string; position: number }[]>(
      `SELECT id, rowid AS position FROM messages WHERE id IN ${inList(ids)}`,
      ids,
    );
    return new Map(rows.map(({ id, position }) => [id, position]));
  }

  /** Ids begin with their instant, so that they are looked up by time; `created_at` decides within it. */
  async #boundsOf({ before, after, beforeId }: IndexQuery): Promise<{ first: number; end: number }> {
    const since = 'SELECT rowid FROM messages WHERE id >= ? AND created_at >= ? ORDER BY id LIMIT 1';
    const rowOf = async (sql: string, parameters: unknown[]) => {
      const [row] = await this.messages.reads.query<{ rowid: number }[]>(sql, parameters);
      return row?.rowid;
    };
    const sinceWhen = (ms: number) => rowOf(since, [earliestId(ms), ms]);
    const first = after === undefined ? 0 : ((await sinceWhen(after)) ?? EVERY);
    const end = before === undefined ? EVERY : ((await sinceWhen(before)) ?? EVERY);
    const seen =
      beforeId === undefined
        ? EVERY
        : ((await rowOf('SELECT rowid FROM messages WHERE id = ?', [beforeId])) ?? 0);
    return { first, end: Math.min(end, seen) };
  }
}

const EVERY = Number.MAX_SAFE_INTEGER;
