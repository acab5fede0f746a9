import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import type { EdgeState } from './use-edge-loading';

/** Over the top of the log, where older messages could not be fetched. */
export const HistoryEdge = ({ state, onRetry }: { state: EdgeState; onRetry: () => void }) => {
  const t = useTranslations('timeline');
  if (state !== 'failed') return null;
  return (
    <div className="absolute inset-x-0 top-3 z-20 flex justify-center">
      <p
        role="alert"
        className="flex items-center gap-3 rounded-full border border-line bg-raised py-1 pe-1 ps-4 text-[13px] shadow-pop"
      >
        {t('olderFailed')}
        <Button look="quiet" size="sm" className="rounded-full" onClick={onRetry}>
          {t('retry')}
        </Button>
      </p>
    </div>
  );
};
