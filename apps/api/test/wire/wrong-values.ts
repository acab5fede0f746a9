import { safeParse } from 'zod/mini';
import type * as z from 'zod/mini';

const VALUES = [
  null,
  true,
  7,
  -1,
  1.5,
  2 ** 53,
  '',
  ' ',
  'x',
  'a\0b',
  '\ud800',
  '\u202e\u200b',
  'x'.repeat(9_000),
  [],
  ['x'],
  {},
  { id: 'x' },
];

const TEXTS = [
  '',
  'x',
  '-1',
  '1.5',
  'NaN',
  'Infinity',
  '9007199254740993',
  'a\0b',
  'x'.repeat(4_000),
  '{}',
  '[]',
];

/** The names of an object schema's fields. */
export const fieldsOf = (schema: z.core.$ZodType | undefined): string[] =>
  schema ? Object.keys((schema as z.core.$ZodObject)._zod.def.shape) : [];

/** The good value with one field replaced by each value that a mischievous client might send. */
export function tampered(schema: z.core.$ZodType, good: Record<string, unknown>, inQuery = false) {
  return fieldsOf(schema).flatMap((field) =>
    (inQuery ? TEXTS : VALUES).map((value) => {
      const given = { ...good, [field]: value };
      const part = Object.fromEntries(
        Object.entries(given).filter(([key]) => fieldsOf(schema).includes(key)),
      );
      return { field, value, given, fits: safeParse(schema, part).success };
    }),
  );
}
