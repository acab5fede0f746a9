'use client';
import { Keyboard, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Keys } from '@/features/keyboard/key-names';
import { useOverlay } from '@/features/shell/overlays';
import { goTo } from '@/features/shell/route';
import { Choice } from './choice';

const ICON = { size: 17, strokeWidth: 1.8, 'aria-hidden': true } as const;

/** What else one may be looking for here. */
export const Commands = ({ typed, onClose }: { typed: string; onClose: () => void }) => {
  const t = useTranslations('switcher');
  const openOverlay = useOverlay();
  const query = typed.trim();
  const search = () => {
    onClose();
    goTo(query ? `/search?${new URLSearchParams({ q: query })}` : '/search');
  };
  return (
    <>
      <Choice
        value="search"
        sign={<Search {...ICON} className="flex-none text-muted" />}
        name={query ? t('searchFor', { query }) : t('search')}
        onChoose={search}
      >
        <Keys keys="/" />
      </Choice>
      <Choice
        value="help"
        sign={<Keyboard {...ICON} className="flex-none text-muted" />}
        name={t('shortcuts')}
        onChoose={() => openOverlay({ name: 'help' })}
      >
        <Keys keys="?" />
      </Choice>
    </>
  );
};
