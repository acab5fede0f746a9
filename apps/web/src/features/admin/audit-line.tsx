import type { AuditRecord, User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Instant } from '@/ui/instant';

const Name = ({ person }: { person: User }) => (
  <a href={`/admin/audit?userId=${person.id}`} className="font-semibold underline-offset-2 hover:underline">
    <bdi>{person.displayName}</bdi>
  </a>
);

/** One deed, as a sentence; below it when, from where, and what else is known of it. */
export const AuditLine = ({ record, timeZone }: { record: AuditRecord; timeZone: string }) => {
  const t = useTranslations('admin.audit');
  const { action, actor, person, roomId, address, details } = record;
  const isOwn = actor !== null && (person === null || person.id === actor.id);
  const names = {
    actor: () => (actor ? <Name person={actor} /> : t('operator')),
    person: () => (person ? <Name person={person} /> : t('somebody')),
    from: () => <bdi>{details.from}</bdi>,
    to: () => <bdi>{details.to}</bdi>,
    by: details.by ?? '',
    field: details.field ?? '',
    role: details.to ?? '',
  };
  return (
    <li className="border-t border-line py-2.5 last:border-b">
      <p>{t.rich(isOwn && action in OWN ? OWN[action as keyof typeof OWN] : `does.${action}`, names)}</p>
      <p className="flex flex-wrap gap-x-2 text-[13px] leading-5 text-muted">
        <Instant at={record.at} timeZone={timeZone} />
        {address && <span dir="ltr">{address.replace(MAPPED, '')}</span>}
        {roomId && (
          <a href={`/rooms/${roomId}`} className="text-link underline underline-offset-2">
            {t('room')}
          </a>
        )}
      </p>
    </li>
  );
};

/** An IPv4 address as IPv6 writes it. */
const MAPPED = /^::ffff:/;

/** What reads otherwise when people do it to themselves. */
const OWN = {
  'session.ended': 'self.ended',
  'user.created': 'self.created',
} as const;
