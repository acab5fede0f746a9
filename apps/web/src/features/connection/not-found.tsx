import { useTranslations } from 'next-intl';
import { buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { FullPage } from '@/ui/full-page';

export const NotFound = () => {
  const t = useTranslations('notFound');
  return (
    <FullPage>
      <title>{`${t('title')} – Parley`}</title>
      <EmptyState drawing="door" heading="h1" title={t('title')} text={t('text')}>
        <a href="/" className={buttonClass()}>
          {t('home')}
        </a>
      </EmptyState>
    </FullPage>
  );
};
