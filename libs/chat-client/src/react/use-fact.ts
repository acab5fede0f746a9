import { skipToken, useQuery } from '@tanstack/react-query';

/**
 * A fact from the cache, or what `select` makes of it; renders only when that is another value than before. Nothing
 * is fetched: facts come by themselves.
 */
export const useFact = <Fact, Selected = Fact>(
  queryKey: readonly unknown[],
  select?: (fact: Fact) => Selected,
): Selected | undefined =>
  useQuery<Fact, Error, Selected>({
    queryKey,
    queryFn: skipToken,
    structuralSharing: false,
    gcTime: Infinity,
    notifyOnChangeProps: ['data'],
    ...(select ? { select } : {}),
  }).data;
