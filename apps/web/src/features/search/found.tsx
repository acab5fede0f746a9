'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ResultState } from '@/ui/result-state';
import type { FirstSearch } from './load-search';
import { ResultList } from './result-list';
import { SearchHints } from './search-hints';
import type { Query } from './search-query';
import { useResults } from './use-results';

type FoundProps = { query: Query; first: FirstSearch | null };

const Answer = ({ query, first, onRetry }: FoundProps & { onRetry: () => void }) => {
  const t = useTranslations('search');
  const results = useResults(query, first);
  const { items, isLoading, error, hasMore } = results;
  const isEmpty = items.length === 0 && !isLoading && !error;
  return (
    <>
      <p role="status" className="sr-only">
        {!isLoading && !error && t(hasMore ? 'countMore' : 'count', { count: items.length })}
      </p>
      <div>
        <ResultList results={results} />
      </div>
      <ResultState loading={isLoading} loadingText={t('searching')} error={error} empty={null} />
      {error && (
        <p className="text-center">
          <Button look="quiet" onClick={onRetry}>
            {t('retry')}
          </Button>
        </p>
      )}
      {isEmpty && <EmptyState drawing="fire" title={t('nothing')} text={t('nothingText')} />}
    </>
  );
};

/** What was found, or why there is nothing to see. */
export const Found = ({ query, first }: FoundProps) => {
  const [attempt, setAttempt] = useState(0);
  if (!query.q.trim()) return <SearchHints />;
  return <Answer key={attempt} query={query} first={first} onRetry={() => setAttempt(attempt + 1)} />;
};
