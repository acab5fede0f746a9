'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Spinner } from '@/ui/spinner';

const PATIENCE_MS = 10_000;

/** Before a room's first messages are here: nothing, soon a spinner, and after ten seconds a way to act. */
export const TimelineWait = ({ failed, onRetry }: { failed: boolean; onRetry: () => void }) => {
  const t = useTranslations('timeline');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="grid flex-1 place-items-center p-6 text-muted">
      {failed || long ? (
        <div role="alert" className="grid justify-items-center gap-3 text-center">
          <p>{t('waitFailed')}</p>
          <Button look="quiet" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      ) : (
        <p className="flex animate-late items-center gap-2.5">
          <Spinner />
          {t('loading')}
        </p>
      )}
    </div>
  );
};
