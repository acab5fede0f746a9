import { randomUUID } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Database, Transaction } from '../../infra/database/database.js';
import { inList, type RowStatement } from '../../infra/database/sql.js';
import { earliestId } from './earliest-id.js';
import { SearchIndex, type IndexChanges, type IndexQuery, type SearchDocument } from './search-index.js';
import { hashOf, hasMark, patternOf, patternOfMark, senderMark } from './spaced-words.js';
import type { Vocabulary } from './vocabulary.js';

/** To be raised when what is stored of a message, or what counts as a word, changes: everything is then taken anew. */
const SCHEMA_VERSION = 1;

/** So many of the latest messages are read one after the other before the words are looked up. */
const LATEST = 2_000;

/** A message is given its time and, after what was waited for in its transaction, its id. */
const ID_IS_LATER_BY_MS = 60_000;
const END_OF_TIME = 2 ** 48 - 1;

/** Where to look: ids from the one to before the other, and all else that must hold but words. */
export type Scope = { firstId: string; endId: string; conditions: Condition[] };
export type Condition = { sql: string; parameters: unknown[] };

/** Messages in the order of their ids, as an index of the table has them. */
export type Walk = { table: string; between: Condition; order: string };

type State = { schema_version: number; generation: string };

/**
 * An index in tables of the database itself, written by every node. Messages are in the order of their ids.
 *
 * It looks twice. First it reads the latest messages backwards, words and all: what is frequent fills a page there. What
 * does not is rare enough to be looked up as a whole and sorted, which is all that an index of a database server can do.
 */
export abstract class ServerSearchIndex extends SearchIndex implements OnApplicationShutdown {
  /** Which filling of the tables this node knows the versions of. */
  #generation = '';

  protected constructor(
    protected readonly database: Database,
    protected readonly vocabulary: Vocabulary,
    private readonly end: () => Promise<void> = () => Promise.resolve(),
  ) {
    super();
  }

  /**
   * @param database the one whose messages are indexed, and in which the index is
   * @param end runs when nothing more is written
   */
  static async open(
    this: new (database: Database, end?: () => Promise<void>) => ServerSearchIndex,
    database: Database,
    end?: () => Promise<void>,
  ): Promise<ServerSearchIndex> {
    const index = new this(database, end);
    await index.prepare();
    return index;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.idle();
    await this.end();
  }

  /** Tables with their statements, in order; `search_state` and `search_rooms` are among those of every engine. */
  protected abstract readonly tables: Record<string, string[]>;

  /** Runs `work` while no other node does the same. */
  protected abstract alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;

  /** Stores rooms with their versions, but never less than there is. */
  protected abstract readonly putRooms: RowStatement<unknown>;
  protected abstract replace(tx: Transaction, documents: SearchDocument[], goneIds: string[]): Promise<void>;

  /** Ids of messages in the scope in which each phrase is and all marks are, the latest first. */
  protected abstract lookUp(query: IndexQuery, scope: Scope, marks: string[]): Promise<string[]>;

  /** Whether a column of numbers has one of the values. */
  protected abstract isOneOf(column: string, values: number[]): Condition;

  /** The way along all messages of a room, or of all rooms, from one id to before another. */
  protected abstract walk(firstId: string, endId: string, room: number | null): Walk;

  /** An id from what is stored of it. */
  protected abstract fromStored(id: unknown): string;

  /** Makes the tables, unless they are there as this version of the program has them. */
  async prepare(): Promise<void> {
    await this.alone(async (tx) => {
      await tx.query(
        'CREATE TABLE IF NOT EXISTS search_state (schema_version INT NOT NULL, generation CHAR(36) NOT NULL)',
      );
      const state = await stateIn(tx);
      if (state?.schema_version === SCHEMA_VERSION) this.#generation = state.generation;
      else await this.#beginAnew(tx);
    });
  }

  async versions(): Promise<Map<string, number>> {
    // The state first: if somebody begins anew in between, the next `take` fails.
    this.#generation = (await stateIn(this.database.reads))?.generation ?? '';
    const rows = await this.database.reads.query<{ id: string; version: number }[]>(
      'SELECT id, version FROM search_rooms',
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  async take({ documents, goneIds, versions }: IndexChanges): Promise<void> {
    const words = this.vocabulary.unknownOf(documents.flatMap((document) => document.words));

    await this.database.write(async (tx) => {
      await this.#requireSameGeneration(tx);
      const rooms = [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
      const roomIds = rooms.map(([id]) => id);
      // Waits for everybody who writes one of these rooms, also one that is not known yet.
      await this.putRooms(
        tx,
        roomIds.map((id) => [id, 0]),
      );
      const known = await versionsOf(tx, roomIds);
      // Somebody else has taken those already, and perhaps what became of them since. What is gone stays gone.
      const fresh = documents.filter(({ roomId, version }) => version > (known.get(roomId) ?? -1));
      await this.replace(tx, fresh, goneIds);
      await this.vocabulary.add(tx, words);
      await this.putRooms(tx, rooms);
    });

    this.vocabulary.added(words);
  }

  async find(query: IndexQuery): Promise<string[]> {
    const { phrases, senderId, has, limit } = query;
    const scope = await this.#scopeOf(query);
    if (!scope) return [];

    const marks = [...(senderId ? [senderMark(senderId)] : []), ...has.map(hasMark)];
    const patterns = [...phrases.map(patternOf), ...marks.map(patternOfMark)];
    const latest = await this.#amongLatest(query, scope, patterns);
    return latest.areAll || latest.ids.length === limit ? latest.ids : this.lookUp(query, scope, marks);
  }

  async forget(): Promise<void> {
    await this.alone((tx) => this.#beginAnew(tx));

    this.vocabulary.forget();
  }

  /** The state is the last to be there and the first to go: without it everything is made anew at the next start. */
  async #beginAnew(tx: Transaction): Promise<void> {
    await tx.query('DELETE FROM search_state');
    for (const [table, statements] of Object.entries(this.tables)) {
      await tx.query(`DROP TABLE IF EXISTS ${table}`);
      for (const statement of statements) await tx.query(statement);
    }
    const generation = randomUUID();
    await tx.query('INSERT INTO search_state (schema_version, generation) VALUES (?, ?)', [
      SCHEMA_VERSION,
      generation,
    ]);
    this.#generation = generation;
  }

  async #requireSameGeneration(tx: Transaction): Promise<void> {
    if ((await stateIn(tx))?.generation === this.#generation) return;
    this.vocabulary.forget();
    throw new Error('The search index was begun anew by another process');
  }

  /** Null when nothing can be in it. */
  async #scopeOf({ roomIds, before, after, beforeId }: IndexQuery): Promise<Scope | null> {
    if (roomIds.length === 0 || (beforeId !== undefined && !(await this.#isMessage(beforeId)))) return null;
    const end = earliestId(Math.min((before ?? END_OF_TIME) + ID_IS_LATER_BY_MS, END_OF_TIME));
    return {
      firstId: earliestId(after ?? 0),
      endId: beforeId !== undefined && beforeId < end ? beforeId : end,
      conditions: [
        // Not by an index of rooms, which would read all that is in them.
        this.isOneOf('room + 0', roomIds.map(hashOf)),
        ...(before === undefined ? [] : [{ sql: 'created_at < ?', parameters: [before] }]),
        ...(after === undefined ? [] : [{ sql: 'created_at >= ?', parameters: [after] }]),
      ],
    };
  }

  async #isMessage(id: string): Promise<boolean> {
    const rows = await this.database.reads.query<unknown[]>('SELECT id FROM messages WHERE id = ?', [id]);
    return rows.length > 0;
  }

  /**
   * Those among the latest messages of all rooms or, where only one is searched, of that room; whether there were no
   * others. Where to begin is asked first: MariaDB looks for no bound that it has to find itself.
   */
  async #amongLatest(
    { roomIds, limit }: IndexQuery,
    { firstId, endId, conditions: others }: Scope,
    patterns: string[],
  ): Promise<{ ids: string[]; areAll: boolean }> {
    const room = roomIds.length === 1 ? hashOf(roomIds[0]!) : null;
    const all = this.walk(firstId, endId, room);
    const begin = await this.#idsIn(all, [], `LIMIT 1 OFFSET ${LATEST - 1}`);
    const latest = begin[0] === undefined ? all : this.walk(begin[0], endId, room);
    const ids = await this.#idsIn(latest, [...others, ...patterns.map(matching)], `LIMIT ${limit}`);
    return { ids, areAll: latest === all };
  }

  async #idsIn({ table, between, order }: Walk, others: Condition[], limit: string): Promise<string[]> {
    const conditions = [between, ...others];
    const found = await this.database.readLagging((reads) =>
      reads.query<{ id: unknown }[]>(
        `SELECT id FROM ${table} WHERE ${allOf(conditions)} ORDER BY ${order} ${limit}`,
        parametersOf(conditions),
      ),
    );
    return found.map(({ id }) => this.fromStored(id));
  }
}

export const matching = (pattern: string): Condition => ({ sql: 'words LIKE ?', parameters: [pattern] });
export const allOf = (conditions: Condition[]): string => conditions.map(({ sql }) => sql).join(' AND ');
export const parametersOf = (conditions: Condition[]): unknown[] =>
  conditions.flatMap(({ parameters }) => parameters);

const stateIn = async (tx: Transaction): Promise<State | undefined> =>
  (await tx.query<State[]>('SELECT schema_version, generation FROM search_state'))[0];

async function versionsOf(tx: Transaction, roomIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; version: number }[]>(
    `SELECT id, version FROM search_rooms WHERE id IN ${inList(roomIds)}`,
    roomIds,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
