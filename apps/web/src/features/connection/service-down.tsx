import { useTranslations } from 'next-intl';
import { buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { FullPage } from '@/ui/full-page';

/** The page while the API does not answer. `retry` is where the reader wanted to go. */
export const ServiceDown = ({ retry }: { retry: string }) => {
  const t = useTranslations('down');
  return (
    <FullPage>
      <title>{`${t('title')} – Parley`}</title>
      <div role="alert">
        <EmptyState drawing="plug" heading="h1" title={t('title')} text={t('text')}>
          <a href={retry} className={buttonClass()}>
            {t('retry')}
          </a>
        </EmptyState>
      </div>
    </FullPage>
  );
};
