import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';

/** The value, if it has the shape of the contract: all of it, and nothing beside it. */
export function exactly<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const parsed = safeParse(schema, value);
  if (!parsed.success) throw new Error(`${what}: ${JSON.stringify(parsed.error.issues)}`);
  if (!isDeepStrictEqual(parsed.data, value)) {
    throw new Error(`${what} carries more than the contract: ${JSON.stringify(value)}`);
  }
  return parsed.data;
}
