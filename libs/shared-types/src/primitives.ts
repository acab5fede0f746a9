import * as z from 'zod/mini';
import { MAX_EMOJI_LENGTH } from './limits.js';

/** An id made by the server: a UUIDv7, so that ids sort by creation. */
export const Id = z.guid();

/** An instant, ISO 8601 in UTC. */
export const Timestamp = z.iso.datetime();

/** A position in a room (`seq`) or in its history of changes (`version`); 0 stands before the first. */
export const Position = z.int().check(z.nonnegative());

const LONE_SURROGATE = /\p{Surrogate}/u;

// zod counts characters beyond the basic plane once; the contract counts as JavaScript does.
const atMost = (max: number) =>
  z.refine<string>((value) => value.length <= max, { error: `Too long: at most ${max} characters` });

/** Text that every store and wire keeps as it is: well-formed Unicode without NUL, `min` to `max` UTF-16 units. */
export const text = (min: number, max: number) =>
  z.string().check(
    z.minLength(min),
    z.maxLength(max),
    atMost(max),
    z.refine((value) => !value.includes('\0') && !LONE_SURROGATE.test(value), {
      error: 'Must be well-formed Unicode without NUL characters',
    }),
  );

/** Text on one line that says something: trimmed, `min` to `max` UTF-16 units, no control characters. */
export const line = (min: number, max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(min),
    z.maxLength(max),
    atMost(max),
    z.refine((value) => !/\p{Cc}/u.test(value) && !LONE_SURROGATE.test(value), {
      error: 'Must be one line of well-formed Unicode',
    }),
  );

// The grammar of UTS #51 for one emoji, so that emoji newer than this program are emoji too.
const EMOJI =
  /^(?:\p{RI}\p{RI}|[#*0-9]\uFE0F?\u20E3|(?![#*0-9]|\p{RI})\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?|[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?)?)*)$/u;

/** One emoji, as Unicode text. */
export const Emoji = z
  .string()
  .check(z.maxLength(MAX_EMOJI_LENGTH), z.regex(EMOJI, { error: 'Must be one emoji' }));

/** The `limit` of a page: a whole number, also as the string that a query carries. */
export const limit = (most: number, usual: number) =>
  z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(most)), usual);

/** A position as the string that a query carries. */
export const PositionInQuery = z.coerce.number().check(z.int(), z.nonnegative());

/** Where the next page begins: taken from `nextCursor`, opaque. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(200));

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

export type Page<Item> = { items: Item[]; nextCursor: string | null };

export const Nothing = z.strictObject({});
