import type { User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';

/** Whom I block, as plain forms. */
export const BlockedPeople = ({ people }: { people: User[] }) => {
  const t = useTranslations('blocks');
  return (
    <Section title={t('title')} text={people.length > 0 ? t('what') : t('none')}>
      {people.length > 0 && (
        <ul className="border-t border-line">
          {people.map(({ id, displayName }) => (
            <li key={id} className="border-b border-line">
              <form
                method="post"
                action={`/people/${id}/unblock`}
                className="flex min-h-13 items-center gap-3 py-1.5"
              >
                <input type="hidden" name="from" value="/account/security?done=unblocked" />
                <Avatar id={id} name={displayName} size={28} />
                <bdi className="min-w-0 flex-1 truncate font-semibold">{displayName}</bdi>
                <Button look="quiet" size="sm" aria-label={t('unblockOne', { name: displayName })}>
                  {t('unblock')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
