import type { ByteRange } from '../storage/blob-store.js';

/**
 * What of `size` bytes a Range header asks for, as RFC 9110 says: null when there is no such part, undefined for all of
 * it, which is also the answer to several ranges and to what is none. (`range-parser` refuses a suffix longer than the
 * file.)
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | undefined {
  const [, first, last] = /^bytes= *(\d*)-(\d*) *$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;

  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return undefined;
  return start < size ? { start, end: Math.min(end, size - 1) } : null;
}
