import type { AdminUser, Page } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import { adminAddress } from './admin-address';
import { AdminPage } from './admin-page';
import { MoreLink } from './more-link';
import { PersonCard } from './person-card';

type PeoplePageProps = {
  meId: string;
  query: string;
  /** Where this page of the list begins; undefined for the first. */
  cursor: string | undefined;
  page: Page<AdminUser>;
  timeZone: string;
  done: string | undefined;
  error: string | undefined;
};

/** Everyone, and what admins do about them. */
export const PeoplePage = ({ meId, query, cursor, page, timeZone, done, error }: PeoplePageProps) => {
  const t = useTranslations('admin');
  const back = adminAddress('/admin/people', { query, cursor });
  return (
    <AdminPage place="people" done={done} error={error}>
      <form role="search" className="flex gap-2.5">
        <SearchField
          name="query"
          label={t('find')}
          placeholder={t('find')}
          defaultValue={query}
          className="min-w-0 flex-1"
        />
        <Button look="quiet" className="h-10">
          {t('search')}
        </Button>
      </form>
      {page.items.length === 0 && <p className="mt-6 text-muted">{t('nobody', { query })}</p>}
      <ul className="mt-5">
        {page.items.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            isMe={person.id === meId}
            back={back}
            timeZone={timeZone}
          />
        ))}
      </ul>
      {page.nextCursor && (
        <MoreLink
          href={adminAddress('/admin/people', { query, cursor: page.nextCursor })}
          label={t('more')}
        />
      )}
    </AdminPage>
  );
};
