import type { Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';
import { hashOf } from './spaced-words.js';

/** A word or mark, the room and the message that it is in, both as they are stored. */
type Posting = [term: number, room: number, message: string];

/** For each word its rooms, for each of these the messages: a row for each different word of a message. */
export const POSTINGS_TABLE = `CREATE TABLE search_postings (
  term BIGINT NOT NULL, room_hash BIGINT NOT NULL, message_id BINARY(16) NOT NULL,
  PRIMARY KEY (term, room_hash, message_id)
)`;

const COLUMNS = { term: 'instant', room: 'instant', message: 'id' } as const;

const add = withGiven(
  COLUMNS,
  () => `INSERT IGNORE INTO search_postings (term, room_hash, message_id)
   SELECT term, room, UNHEX(message) FROM given`,
);
const remove = withGiven(
  COLUMNS,
  ({ join }) => `DELETE search_postings FROM given ${join} search_postings
   ON search_postings.term = given.term AND room_hash = given.room AND message_id = UNHEX(given.message)`,
);

export async function addPostings(tx: Transaction, postings: Posting[]): Promise<void> {
  await add(tx, postings);
}

export async function removePostings(tx: Transaction, postings: Posting[]): Promise<void> {
  await remove(tx, postings);
}

/** In the order of the table, so that neighbours are written one after the other. */
export const postingsOf = (documents: { id: string; room: number; words: string }[]): Posting[] =>
  documents
    .flatMap(({ id, room, words }) =>
      [...new Set(words.trim().split(' '))].map((word): Posting => [
        hashOf(word),
        room,
        id.replaceAll('-', ''),
      ]),
    )
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
