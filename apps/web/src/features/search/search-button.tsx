'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useBindings } from '@/features/keyboard/use-bindings';
import { goTo, useIsSearching } from '@/features/shell/route';
import { IconButton } from '@/ui/icon-button';

/** To the search page; not there on that page itself. */
export const SearchButton = () => {
  const t = useTranslations('search');
  const isSearching = useIsSearching();
  useBindings({ search: () => (isSearching ? false : goTo('/search')) });
  if (isSearching) return null;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    goTo('/search');
  };
  return (
    <form action="/search" onSubmit={submit}>
      <IconButton type="submit" label={t('search')}>
        <Search size={18} strokeWidth={1.8} aria-hidden="true" />
      </IconButton>
    </form>
  );
};
