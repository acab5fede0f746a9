import type { Page } from '@parley/shared-types';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** A list that is fetched page by page. `error` is what the last call threw, or null. */
export interface Paged<Item> {
  items: Item[];
  isLoading: boolean;
  error: Error | null;
  hasMore: boolean;
  loadMore: () => void;
}

/** Fetches pages on demand; while another key loads, the items of the last one stay. Nothing is shown unless `enabled`. */
export const usePaged = <Item>(
  queryKey: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<Page<Item>>,
  enabled = true,
): Paged<Item> => {
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: enabled ? keepPreviousData : undefined,
    retry: false,
    refetchOnWindowFocus: false,
    enabled,
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return { items, isLoading: isFetching, error, hasMore: hasNextPage, loadMore: () => void fetchNextPage() };
};
