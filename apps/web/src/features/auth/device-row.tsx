import type { Session } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Instant } from '@/ui/instant';
import { deviceName } from './device-name';

/** One signed-in device, and a way to sign it out. */
export const DeviceRow = ({ session, timeZone }: { session: Session; timeZone: string }) => {
  const t = useTranslations('security.devices');
  const { browser, system } = deviceName(session.userAgent);
  const name = browser && system ? t('on', { browser, system }) : (browser ?? system ?? t('unknown'));
  const time = (at: string) => <Instant at={at} timeZone={timeZone} />;
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line py-2.5">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold">
          <bdi>{name}</bdi>
        </p>
        <p className="text-[13px] leading-5 text-muted">
          {t.rich('lastUsed', { time: () => time(session.lastUsedAt) })}
          <br />
          {t.rich('since', { time: () => time(session.createdAt) })}
        </p>
      </div>
      {session.current ? (
        <p className="text-[13.5px] font-medium text-ok">{t('this')}</p>
      ) : (
        <form method="post" action="/account/sessions/end">
          <input type="hidden" name="sessionId" value={session.id} />
          <Button look="quiet" size="sm" aria-label={t('endOne', { name })}>
            {t('end')}
          </Button>
        </form>
      )}
    </li>
  );
};
