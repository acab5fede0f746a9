'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { FullPage } from '@/ui/full-page';

/** What is shown when a page failed in a way that nobody foresaw. */
export const Broken = ({ onRetry }: { onRetry: () => void }) => {
  const t = useTranslations('broken');
  return (
    <FullPage>
      <title>{`${t('title')} – Parley`}</title>
      <div role="alert">
        <EmptyState drawing="plug" heading="h1" title={t('title')} text={t('text')}>
          <Button onClick={onRetry}>{t('retry')}</Button>
        </EmptyState>
      </div>
    </FullPage>
  );
};
