import { MAX_SEARCH_LENGTH } from '@parley/shared-types';

/** What is searched for: words and operators, everywhere or in one room. */
export type Query = { q: string; roomId: string | null };

type Given = string | null | undefined;

export const queryOf = (q: Given, roomId: Given): Query => ({
  q: (q ?? '').slice(0, MAX_SEARCH_LENGTH),
  roomId: roomId || null,
});

/** The address that searches for it; with a cursor, for what follows there. */
export const searchPath = ({ q, roomId }: Query, cursor?: string) => {
  const parameters = new URLSearchParams({
    ...(q.trim() && { q: q.trim() }),
    ...(roomId && { room: roomId }),
    ...(cursor && { cursor }),
  });
  return parameters.size > 0 ? `/search?${parameters}` : '/search';
};
