import type { Has, Phrase } from './search-query.js';

/** A message as it is found. */
export type SearchDocument = {
  id: string;
  roomId: string;
  senderId: string;
  /** The version of the room with which it came to be as it is. */
  version: number;
  /** Milliseconds. */
  createdAt: number;
  words: string[];
  has: Has[];
};

/** What became of messages since the index last heard of their rooms. */
export type IndexChanges = {
  /** Those to be found, as they are now; one that is known already is replaced. */
  documents: SearchDocument[];
  /** Those to be found no more. */
  goneIds: string[];
  /** Each of these rooms is known up to this version then. */
  versions: Map<string, number>;
};

/** All of it must hold: a message in one of the rooms, by the sender, with every phrase and all that it should have. */
export type IndexQuery = {
  roomIds: string[];
  senderId?: string | undefined;
  phrases: Phrase[];
  has: Has[];
  /** Milliseconds: stored before the one, and not before the other. */
  before?: number | undefined;
  after?: number | undefined;
  /** Only messages stored before this one. */
  beforeId?: string | undefined;
  limit: number;
};

/**
 * Finds messages by their words. What an adapter promises (`search-index.contract.ts` holds it to it):
 *
 * - `find` gives ids of messages, the one stored last first, and costs what is found, not what there is: it stays
 *   below 50 ms with a million messages, save what docs/adr/0015 names.
 * - A word finds itself, longer words that it begins and, from three letters on, words that it is a part of. An index
 *   may leave out the rarest of a great many such words, never the word itself. Quoted words find only themselves.
 * - `take` stores changes and versions together or not at all, and taking the same again changes nothing. It fails when
 *   somebody else has begun the index anew since `versions` were asked for.
 * - Where several processes share an index, what comes late takes nothing back: neither a room's version nor a message
 *   (`server-search-index.contract.ts`).
 * - It holds nothing that the messages do not: after `forget` everything can be taken again.
 *
 * It need not be up to date, so it does not decide who may read what it finds.
 */
export abstract class SearchIndex {
  /** How far each room is known: room id → version. */
  abstract versions(): Promise<Map<string, number>>;

  abstract take(changes: IndexChanges): Promise<void>;

  abstract find(query: IndexQuery): Promise<string[]>;

  abstract forget(): Promise<void>;
}
