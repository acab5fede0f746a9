'use client';
import { ChevronLeft } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useBindings } from '@/features/keyboard/use-bindings';
import { AppLink } from '@/features/shell/app-link';
import { onArrowKeys } from '@/ui/arrow-keys';
import { iconButtonClass } from '@/ui/icon-button';
import { FilterRow } from './filter-row';
import type { FirstSearch } from './load-search';
import { Found } from './found';
import { ScopeRow } from './scope-row';
import { SearchForm } from './search-form';
import { queryOf, searchPath, type Query } from './search-query';

const REST_MS = 400;

/** Keeps the address in step, so that Back from a result, a reload and a copied address lead to the same search. */
const useAddress = (query: Query) => {
  const path = searchPath(query);
  useEffect(() => {
    const timer = setTimeout(() => {
      const isHere = location.pathname === '/search' && location.pathname + location.search !== path;
      if (isHere) history.replaceState(null, '', path);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [path]);
};

/** The search as a page of its own. `first` is what the server found, where it was asked. */
export const SearchView = ({ first = null }: { first?: FirstSearch | null }) => {
  const t = useTranslations('search');
  const address = useSearchParams();
  const main = useRef<HTMLElement>(null);
  const [query, setQuery] = useState(() => queryOf(address.get('q'), address.get('room')));
  const [room] = useState(query.roomId);
  useAddress(query);

  const changeText = (q: string) => setQuery({ ...query, q: queryOf(q, null).q });
  const focusField = () => main.current?.querySelector('input')?.focus();
  const begin = (q: string) => {
    changeText(q);
    focusField();
  };
  useBindings({ search: focusField });
  return (
    <main ref={main} onKeyDown={onArrowKeys} className="flex min-h-0 min-w-0 flex-col">
      <header className="flex h-[58px] flex-none items-center gap-3.5 border-b border-line ps-1.5 pe-4 md:ps-6">
        <AppLink
          href="/rooms"
          aria-label={t('back')}
          className={iconButtonClass('-me-3 md:hidden touch:size-11')}
        >
          <ChevronLeft size={22} strokeWidth={1.9} className="rtl:-scale-x-100" />
        </AppLink>
        <h1 className="font-display text-lg font-[650] tracking-[-.01em]">{t('title')}</h1>
      </header>
      <div className="grid flex-none gap-2.5 border-b border-line px-3.5 py-3 md:px-6">
        <SearchForm query={query} onChange={changeText} />
        {room && (
          <ScopeRow query={query} roomId={room} onChange={(roomId) => setQuery({ ...query, roomId })} />
        )}
        <FilterRow q={query.q} onChange={changeText} onBegin={begin} />
      </div>
      <div tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto px-1 py-4 md:px-3.5">
        <Found query={query} first={first} />
      </div>
    </main>
  );
};
