'use client';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/features/shell/app-link';
import { buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

/** In place of a room that I am not in any more. */
export const RoomGone = () => {
  const t = useTranslations('gone');
  return (
    <main className="grid place-items-center">
      <EmptyState drawing="door" heading="h1" title={t('title')} text={t('text')}>
        <AppLink href="/rooms" className={buttonClass()}>
          {t('home')}
        </AppLink>
      </EmptyState>
    </main>
  );
};
