import type { Session } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';
import { DeviceRow } from './device-row';

/** Where I am signed in, this device first. */
export const DeviceList = ({ sessions, timeZone }: { sessions: Session[]; timeZone: string }) => {
  const t = useTranslations('security.devices');
  const others = sessions.filter(({ current }) => !current);
  const here = sessions.filter(({ current }) => current);
  return (
    <Section title={t('title')} text={t('text')}>
      <ul className="border-t border-line">
        {[...here, ...others].map((session) => (
          <DeviceRow key={session.id} session={session} timeZone={timeZone} />
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action="/account/sessions/end" className="mt-4">
          <Button look="danger">{t('endOthers')}</Button>
        </form>
      )}
    </Section>
  );
};
