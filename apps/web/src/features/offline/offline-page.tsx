'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button, buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { FullPage } from '@/ui/full-page';

const loadAgain = () => location.reload();

/** A network that is said to be there may yet lead nowhere: then whoever is on their way elsewhere is not held up. */
const loadWhenAnswered = () => {
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(loadAgain, () => undefined);
};

/** An address that cannot be shown without the network; it comes by itself when the network does. */
export const OfflinePage = ({ hasRooms }: { hasRooms: boolean }) => {
  const t = useTranslations('offline');
  useEffect(() => {
    addEventListener('online', loadWhenAnswered);
    return () => removeEventListener('online', loadWhenAnswered);
  }, []);
  return (
    <FullPage>
      <title>{`${t('title')} – Parley`}</title>
      <EmptyState
        drawing="plug"
        heading="h1"
        title={t('title')}
        text={hasRooms ? t('notKept') : t('nothingKept')}
      >
        {hasRooms && (
          <a href="/rooms" className={buttonClass()}>
            {t('rooms')}
          </a>
        )}
        <Button look={hasRooms ? 'quiet' : 'primary'} onClick={loadAgain}>
          {t('retry')}
        </Button>
      </EmptyState>
    </FullPage>
  );
};
