import type { DeadLetter, Page } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { adminAddress } from './admin-address';
import { AdminPage } from './admin-page';
import { DeadLetterCard } from './dead-letter-card';
import { MoreLink } from './more-link';

type DeadLettersPageProps = {
  cursor: string | undefined;
  page: Page<DeadLetter>;
  timeZone: string;
  done: string | undefined;
  error: string | undefined;
};

/** Work behind the scenes that failed every time. */
export const DeadLettersPage = ({ cursor, page, timeZone, done, error }: DeadLettersPageProps) => {
  const t = useTranslations('admin.deadLetters');
  const address = (at?: string) => adminAddress('/admin/dead-letters', { cursor: at });
  return (
    <AdminPage place="deadLetters" done={done} error={error}>
      {page.items.length === 0 ? (
        <EmptyState drawing="fire" title={t('none')} text={t('noneText')} />
      ) : (
        <>
          <p className="max-w-[62ch] text-muted">{t('about')}</p>
          <form method="post" action="/admin/dead-letters/replay" className="mt-4">
            <input type="hidden" name="back" value={address()} />
            <Button size="sm">{t('replayAll')}</Button>
          </form>
          <ul className="mt-5 grid gap-3">
            {page.items.map((letter) => (
              <DeadLetterCard key={letter.id} letter={letter} back={address(cursor)} timeZone={timeZone} />
            ))}
          </ul>
        </>
      )}
      {page.nextCursor && <MoreLink href={address(page.nextCursor)} label={t('more')} />}
    </AdminPage>
  );
};
