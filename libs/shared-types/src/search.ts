import * as z from 'zod/mini';
import { MAX_RESULTS_PER_PAGE, MAX_SEARCH_LENGTH, RESULTS_PER_PAGE } from './limits.js';
import { Message } from './messages.js';
import { Cursor, Id, limit, pageOf } from './primitives.js';
import { Room } from './rooms.js';
import { User } from './users.js';

const isInstant = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value) && !Number.isNaN(Date.parse(value));

/** A day (its beginning, UTC) or an instant, ISO 8601. */
const Instant = z.string().check(z.refine(isInstant, { error: 'Must be a day or an instant, ISO 8601' }));

/**
 * `q` holds words (prefixes count), substrings of at least three letters, "quoted phrases", and the operators
 * `from:NAME in:ROOM before:DAY after:DAY has:link|code|reaction|pin|thread|file|image`; the parameters say the same
 * and all of it must hold. Any text is a valid `q`; one that says nothing finds nothing.
 */
export const SearchQuery = z.strictObject({
  q: z.string().check(z.maxLength(MAX_SEARCH_LENGTH)),
  roomId: z.optional(Id),
  /** A user's id or name. */
  from: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  before: z.optional(Instant),
  after: z.optional(Instant),
  limit: limit(MAX_RESULTS_PER_PAGE, RESULTS_PER_PAGE),
  cursor: z.optional(Cursor),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/**
 * `snippet` is a part of the message as plain text; `highlights` are the ranges in it that were asked for, as pairs
 * of start and end in UTF-16 units.
 */
export const SearchResult = z.object({
  message: Message,
  room: Room,
  snippet: z.string(),
  highlights: z.array(z.tuple([z.int(), z.int()])),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchPage = z.extend(pageOf(SearchResult), { users: z.array(User) });
export type SearchPage = z.infer<typeof SearchPage>;
