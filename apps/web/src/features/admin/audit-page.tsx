import { AuditAction, type AuditRecord, type Page, type User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { adminAddress } from './admin-address';
import { AdminPage } from './admin-page';
import { AuditLine } from './audit-line';
import { MoreLink } from './more-link';

type AuditPageProps = {
  action: AuditAction | undefined;
  /** Whose records alone are shown. */
  person: User | undefined;
  page: Page<AuditRecord>;
  timeZone: string;
};

/** Who did what to whom, latest first, in sentences. */
export const AuditPage = ({ action, person, page, timeZone }: AuditPageProps) => {
  const t = useTranslations('admin.audit');
  const address = (cursor?: string) => adminAddress('/admin/audit', { userId: person?.id, action, cursor });
  return (
    <AdminPage place="audit" done={undefined} error={undefined}>
      <form className="flex flex-wrap items-end gap-2.5">
        {person && <input type="hidden" name="userId" value={person.id} />}
        <label className="min-w-0 flex-1 basis-56">
          <span className="mb-1.5 block text-[13.5px] font-semibold">{t('action')}</span>
          <select
            name="action"
            defaultValue={action ?? ''}
            className="field h-10 w-full rounded-md px-3 text-base touch:h-11 sm:text-[15px]"
          >
            <option value="">{t('all')}</option>
            {AuditAction.options.map((each) => (
              <option key={each} value={each}>
                {t(`of.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Button look="quiet" className="h-10">
          {t('show')}
        </Button>
      </form>
      {person && (
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          {t.rich('only', { name: () => <bdi className="font-semibold">{person.displayName}</bdi> })}
          <a
            href={adminAddress('/admin/audit', { action })}
            className={buttonClass({ look: 'quiet', size: 'sm' })}
          >
            {t('everyone')}
          </a>
        </p>
      )}
      {page.items.length === 0 ? (
        <EmptyState drawing="fire" title={t('none')} text={t('noneText')} />
      ) : (
        <ol className="mt-5">
          {page.items.map((record) => (
            <AuditLine key={record.id} record={record} timeZone={timeZone} />
          ))}
        </ol>
      )}
      {page.nextCursor && <MoreLink href={address(page.nextCursor)} label={t('older')} />}
    </AdminPage>
  );
};
