import type { Report } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Instant } from '@/ui/instant';
import { AskedAgain } from './asked-again';

type ReportCardProps = { report: Report; back: string; timeZone: string };

/** One report: who told of whom, why, and what the message said. */
export const ReportCard = ({ report, back, timeZone }: ReportCardProps) => {
  const t = useTranslations('admin.reports');
  const { id, person, reporter, messageId, messageBody, reason, createdAt, resolvedAt, resolvedBy } = report;
  const name = person.displayName;
  const bold = (text: string) => <bdi className="font-semibold">{text}</bdi>;
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <p>
        {t.rich(messageId ? 'aboutMessage' : 'aboutPerson', {
          reporter: () => bold(reporter.displayName),
          person: () => bold(name),
        })}
      </p>
      <p className="text-[13px] leading-5 text-muted">
        <Instant at={createdAt} timeZone={timeZone} />
      </p>
      {messageBody !== null && (
        <blockquote dir="auto" className="mt-3 border-s-2 border-edge/50 ps-3 whitespace-pre-wrap">
          {messageBody}
        </blockquote>
      )}
      <p className="mt-3">
        <span className="text-muted">{t('reason')}</span>{' '}
        <bdi className="whitespace-pre-wrap">{reason || t('noReason')}</bdi>
      </p>
      {resolvedAt ? (
        <p className="mt-3 text-[13px] leading-5 text-muted">
          {t.rich('resolvedBy', {
            name: () => <bdi>{resolvedBy?.displayName ?? t('operator')}</bdi>,
            time: () => <Instant at={resolvedAt} timeZone={timeZone} />,
          })}
        </p>
      ) : (
        <div className="mt-4 flex flex-wrap items-start gap-2.5">
          <form method="post" action={`/admin/reports/${id}/resolve`}>
            <input type="hidden" name="back" value={back} />
            <Button size="sm">{t('resolve')}</Button>
          </form>
          {messageId && (
            <AskedAgain
              ask={t('remove')}
              text={t('removeText')}
              confirm={t('removeConfirm')}
              action={`/admin/messages/${messageId}/remove`}
              back={back}
            />
          )}
          <AskedAgain
            ask={t('deactivate', { name })}
            text={t('deactivateText', { name })}
            confirm={t('deactivateConfirm', { name })}
            action={`/admin/people/${person.id}/deactivate`}
            back={back}
          />
        </div>
      )}
    </li>
  );
};
