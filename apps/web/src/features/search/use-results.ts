import { useMessageSearch } from '@parley/chat-client/react';
import type { SearchResult } from '@parley/shared-types';
import { useCodeText } from '@/features/connection/use-code-text';
import { useFailureText } from '@/features/connection/use-failure-text';
import { useHydrated } from '@/lib/use-hydrated';
import type { FirstSearch } from './load-search';
import { searchPath, type Query } from './search-query';

export type Results = {
  items: readonly SearchResult[];
  isLoading: boolean;
  error: string | null;
  hasMore: boolean;
  loadMore: () => void;
  /** The address of what follows, for readers without a script. */
  morePath: string | null;
};

/** What was found: at first what the server rendered, from then on what the client asks for. */
export const useResults = ({ q, roomId }: Query, first: FirstSearch | null): Results => {
  const found = useMessageSearch(q, roomId ?? undefined);
  const failureText = useFailureText();
  const hydrated = useHydrated();
  const isFirst = first?.query.q === q && first.query.roomId === roomId;
  const firstError = useCodeText(isFirst ? first.error : null);
  if (isFirst && found.items.length === 0 && (found.isLoading || !hydrated)) {
    return {
      items: first.page?.items ?? [],
      isLoading: false,
      error: firstError,
      hasMore: false,
      loadMore: found.loadMore,
      morePath: first.page?.nextCursor ? searchPath({ q, roomId }, first.page.nextCursor) : null,
    };
  }
  return { ...found, error: found.error ? failureText(found.error) : null, morePath: null };
};
