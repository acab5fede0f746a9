import type { Page, Report } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';
import { EmptyState } from '@/ui/empty-state';
import { adminAddress } from './admin-address';
import { AdminPage } from './admin-page';
import { MoreLink } from './more-link';
import { ReportCard } from './report-card';

export const REPORT_STATES = ['open', 'resolved'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

type ReportsPageProps = {
  state: ReportState;
  cursor: string | undefined;
  page: Page<Report>;
  timeZone: string;
  done: string | undefined;
  error: string | undefined;
};

/** What people told of, and what became of it. */
export const ReportsPage = ({ state, cursor, page, timeZone, done, error }: ReportsPageProps) => {
  const t = useTranslations('admin.reports');
  const address = (of: ReportState, at?: string) =>
    adminAddress('/admin/reports', { state: of === 'open' ? undefined : of, cursor: at });
  return (
    <AdminPage place="reports" done={done} error={error}>
      <nav aria-label={t('which')} className="flex gap-1">
        {REPORT_STATES.map((each) => (
          <a
            key={each}
            href={address(each)}
            aria-current={each === state ? 'true' : undefined}
            className={clsx(
              'inline-flex h-8 items-center rounded-full border px-3.5 text-[13.5px] font-semibold touch:h-11',
              each === state
                ? 'border-edge bg-pressed'
                : 'border-line text-muted hover:bg-hover hover:text-text',
            )}
          >
            {t(each)}
          </a>
        ))}
      </nav>
      {page.items.length === 0 ? (
        <EmptyState drawing="fire" title={t(`none.${state}`)} text={t(`noneText.${state}`)} />
      ) : (
        <ul className="mt-5 grid gap-3">
          {page.items.map((report) => (
            <ReportCard key={report.id} report={report} back={address(state, cursor)} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {page.nextCursor && <MoreLink href={address(state, page.nextCursor)} label={t('more')} />}
    </AdminPage>
  );
};
