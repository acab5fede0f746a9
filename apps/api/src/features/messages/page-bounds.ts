import type { GetHistory } from '@parley/shared-types';

/**
 * Which seqs a page holds. As a room's seqs have no gaps, a page is a range known before it is read; `first`
 * greater than `last` is an empty page.
 */
export function pageBounds(
  query: Omit<GetHistory, 'roomId'>,
  lastSeq: number,
): { first: number; last: number } {
  const { before, after, around, limit } = query;
  if (after !== undefined) return { first: after + 1, last: Math.min(after + limit, lastSeq) };
  if (before !== undefined) return endingAt(Math.min(before - 1, lastSeq), limit);
  if (around === undefined) return endingAt(lastSeq, limit);

  const last = Math.min(lastSeq, Math.max(around + Math.floor((limit - 1) / 2), limit));
  return endingAt(last, limit);
}

const endingAt = (last: number, limit: number) => ({ first: Math.max(1, last - limit + 1), last });
