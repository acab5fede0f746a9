import { invalid } from './app-error.js';

/** Where a page ended, as an opaque string: the sort key of its last item. */
export const encodeCursor = (key: (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key inside a cursor whose parts have these types. @throws AppError `validation_failed` */
export function decodeCursor(cursor: string, types: ('string' | 'number')[]): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && types.every((type, i) => isPart(key[i], type))) return key;
  } catch {
    // Falls through: whatever cannot be read is not a cursor of ours.
  }
  throw invalid('cursor', 'Not a cursor of this list');
}

/** No name or id has a NUL in it, and there are engines that cannot even look for one. */
const isPart = (given: unknown, type: 'string' | 'number'): boolean =>
  typeof given === type && !(typeof given === 'string' && given.includes('\0'));

/** `limit` items and the cursor after them, out of up to `limit + 1` rows. */
export function toPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => (string | number)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
