import type { AdminUser } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Instant } from '@/ui/instant';
import { PersonForms } from './person-forms';

const Sign = ({ children }: { children: string }) => (
  <span className="rounded-full border border-line px-2 text-xs leading-5 font-medium whitespace-nowrap">
    {children}
  </span>
);

type PersonCardProps = { person: AdminUser; isMe: boolean; back: string; timeZone: string };

/** One person as admins see them; what may be done is folded away. */
export const PersonCard = ({ person, isMe, back, timeZone }: PersonCardProps) => {
  const t = useTranslations('admin.person');
  const { id, displayName: name, username, role, deactivatedAt, hasPassword, isExternal, sessions } = person;
  return (
    <li className="border-t border-line py-3 last:border-b">
      <div className="flex items-start gap-3">
        <Avatar id={id} name={name} />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <bdi className="font-semibold">{name}</bdi>
            {username !== name && <bdi className="text-muted">{username}</bdi>}
            {role === 'admin' && <Sign>{t('admin')}</Sign>}
            {deactivatedAt && <Sign>{t('deactivated')}</Sign>}
            {isExternal && <Sign>{t('external')}</Sign>}
          </p>
          <p className="text-[13px] leading-5 text-muted">
            {[t(hasPassword ? 'hasPassword' : 'noPassword'), t('devices', { count: sessions })].join(' · ')}
            {' · '}
            {t.rich('since', { time: () => <Instant at={person.createdAt} timeZone={timeZone} /> })}
          </p>
          <PersonForms person={person} isMe={isMe} back={back} />
        </div>
      </div>
    </li>
  );
};
