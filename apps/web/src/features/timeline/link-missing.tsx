import { useTranslations } from 'next-intl';
import { AppLink } from '@/features/shell/app-link';
import { roomPath } from '@/features/shell/paths';
import { buttonClass } from '@/ui/button';

/** Over the log, where the address asks for a message that is not there. */
export const LinkMissing = ({ roomId }: { roomId: string }) => {
  const t = useTranslations('timeline');
  return (
    <div className="absolute inset-x-3 top-3 z-20 flex justify-center">
      <p
        role="alert"
        className="flex items-center gap-3 rounded-lg border border-line bg-raised py-1.5 ps-4 pe-1.5 text-[13px] shadow-pop"
      >
        {t('linkMissing')}
        <AppLink href={roomPath(roomId)} className={buttonClass({ look: 'quiet', size: 'sm' })}>
          {t('linkMissingClose')}
        </AppLink>
      </p>
    </div>
  );
};
