'use client';
import { MAX_SEARCH_LENGTH } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import type { Query } from './search-query';

type SearchFormProps = { query: Query; onChange: (q: string) => void };

const hasMouse = () => matchMedia('(pointer: fine)').matches;

/** Asks while one types; without a script it is a form like any other. */
export const SearchForm = ({ query, onChange }: SearchFormProps) => {
  const t = useTranslations('search');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (hasMouse()) form.current?.querySelector('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      role="search"
      action="/search"
      onSubmit={(event) => event.preventDefault()}
      className="flex gap-2.5"
    >
      <SearchField
        name="q"
        data-arrow
        label={t('search')}
        placeholder={t('hint')}
        maxLength={MAX_SEARCH_LENGTH}
        value={query.q}
        onChange={(event) => onChange(event.target.value)}
        className="min-w-0 flex-1"
      />
      {query.roomId && <input type="hidden" name="room" value={query.roomId} />}
      <noscript>
        <Button look="quiet" className="h-10">
          {t('find')}
        </Button>
      </noscript>
    </form>
  );
};
