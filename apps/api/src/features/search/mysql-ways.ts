import type { Database } from '../../infra/database/database.js';
import { alternativesOf } from './alternatives.js';
import type { IndexQuery } from './search-index.js';
import type { Condition } from './server-search-index.js';
import { hashOf } from './spaced-words.js';
import type { Vocabulary } from './vocabulary.js';

/** Where the rarest thing that must hold is looked for, nobody counts further than this. */
const MOST_COUNTED = 10_000;

/** Up to this many ranges are read one by one: for each word in each room. For more, words are read in all rooms. */
const MOST_RANGES = 4_000;

/** A way to all messages that may be meant: a table, what holds there, and the word if it is one alone. */
export type Way = { ids: string; table: string; condition: Condition; term?: number };

const BY_WORD = { ids: 'message_id, room_hash', table: 'search_postings' };
/** A message may have several of the words. */
const BY_WORDS = { ...BY_WORD, ids: 'DISTINCT message_id, room_hash' };
const BY_ROOM = {
  ids: 'id AS message_id, room AS room_hash',
  table: 'search_documents FORCE INDEX (search_documents_room)',
};

/** Each word of a phrase, each mark and the rooms: what is meant must be found on every one of these ways. */
export async function waysOf(
  { phrases, roomIds }: IndexQuery,
  marks: string[],
  vocabulary: Vocabulary,
): Promise<Way[]> {
  const rooms = roomIds.map(hashOf);
  const alternatives = await alternativesOf(phrases, vocabulary);
  const needed = [
    ...alternatives.flatMap((sequences) => [
      ...sequences[0]!.slice(0, -1).map((word) => [word]),
      sequences.map((words) => words.at(-1)!),
    ]),
    ...marks.map((mark) => [mark]),
  ];
  return [
    ...needed.map((words) => {
      const terms = words.map(hashOf);
      const condition = listsOf(terms, rooms);
      return terms.length > 1 ? { ...BY_WORDS, condition } : { ...BY_WORD, condition, term: terms[0]! };
    }),
    { ...BY_ROOM, condition: { sql: 'room IN (?)', parameters: [rooms] } },
  ];
}

/** The way on which there are the fewest. */
export async function rarestOf(ways: Way[], database: Database): Promise<Way> {
  const counts = ways.map(
    ({ table, condition }, i) => `SELECT ${i} AS way, COUNT(*) AS messages FROM
      (SELECT 1 FROM ${table} WHERE ${condition.sql} LIMIT ${MOST_COUNTED}) counted`,
  );
  const counted = await database.readLagging((reads) =>
    reads.query<{ way: number; messages: number }[]>(
      `${counts.join(' UNION ALL ')} ORDER BY messages, way LIMIT 1`,
      ways.flatMap(({ condition }) => condition.parameters),
    ),
  );
  return ways[counted[0]!.way]!;
}

const listsOf = (terms: number[], rooms: number[]): Condition =>
  terms.length * rooms.length <= MOST_RANGES
    ? { sql: 'term IN (?) AND room_hash IN (?)', parameters: [terms, rooms] }
    : { sql: 'term IN (?)', parameters: [terms] };
