'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

type RoomFilterProps = { value: string; onChange: (value: string) => void };

const firstRoom = (field: HTMLElement) =>
  field.closest('[data-sidebar]')?.querySelector<HTMLAnchorElement>('nav a[href^="/rooms/"]');

/** Narrows the room list by name; Enter opens the first. Without a script it searches people and channels. */
export const RoomFilter = ({ value, onChange }: RoomFilterProps) => {
  const t = useTranslations('rooms');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') onChange('');
    if (event.key === 'ArrowDown') firstRoom(event.currentTarget)?.focus();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (value.trim()) firstRoom(event.currentTarget)?.click();
    onChange('');
  };

  return (
    <form action="/new" className="relative mx-3 mb-2.5" role="search">
      <Search
        size={15}
        strokeWidth={1.8}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-muted"
      />
      <input
        ref={field}
        name="query"
        value={value}
        autoComplete="off"
        aria-label={t('search')}
        placeholder={t('jump')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="field peer h-[34px] w-full rounded-md border-line bg-canvas pr-12 pl-8 text-[13.5px] touch:h-11 touch:text-base"
      />
      <kbd className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-[5px] border border-line px-[5px] font-sans text-[11px] leading-[17px] font-medium text-muted peer-focus:hidden touch:hidden">
        {t('jumpKey')}
      </kbd>
    </form>
  );
};
