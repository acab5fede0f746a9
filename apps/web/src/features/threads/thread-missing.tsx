import { useTranslations } from 'next-intl';
import { EmptyState } from '@/ui/empty-state';

/** In place of a thread that is not there, or not for this person. */
export const ThreadMissing = () => {
  const t = useTranslations('threads');
  return (
    <div role="alert" className="grid flex-1 place-items-center">
      <EmptyState drawing="door" title={t('missing')} text={t('missingText')} />
    </div>
  );
};
