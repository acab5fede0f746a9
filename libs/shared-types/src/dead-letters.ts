import * as z from 'zod/mini';
import { MAX_RECORDS_PER_PAGE, RECORDS_PER_PAGE } from './limits.js';
import { Cursor, Id, limit, pageOf, Timestamp } from './primitives.js';

const Topic = z.string().check(z.regex(/^[\w.-]{1,40}$/));

/**
 * Work that failed again and again and was given up. `topic` is what it follows from (`files.removed`), `payload` what
 * it concerns, as JSON: ids, never what people wrote. `error` is why the last attempt failed.
 */
export const DeadLetter = z.object({
  id: Id,
  topic: z.string(),
  payload: z.string(),
  attempts: z.int(),
  error: z.nullable(z.string()),
  createdAt: Timestamp,
  diedAt: Timestamp,
});
export type DeadLetter = z.infer<typeof DeadLetter>;

export const DeadLetterPath = z.strictObject({ deadLetterId: Id });
export const DeadLetterPage = pageOf(DeadLetter);

/** The latest first. */
export const DeadLettersQuery = z.strictObject({
  topic: z.optional(Topic),
  limit: limit(MAX_RECORDS_PER_PAGE, RECORDS_PER_PAGE),
  cursor: z.optional(Cursor),
});

/** All of them, or all of one topic. */
export const ReplayDeadLetters = z.strictObject({ topic: z.optional(Topic) });
export const DeadLetterCount = z.object({ count: z.int() });
