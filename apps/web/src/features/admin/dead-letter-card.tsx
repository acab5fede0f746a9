import type { DeadLetter } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Instant } from '@/ui/instant';
import { AskedAgain } from './asked-again';

type DeadLetterCardProps = { letter: DeadLetter; back: string; timeZone: string };

/** What was to be done, why it failed, and what can be done about it. */
export const DeadLetterCard = ({ letter, back, timeZone }: DeadLetterCardProps) => {
  const t = useTranslations('admin.deadLetters');
  const { id, topic, payload, attempts, error, createdAt, diedAt } = letter;
  return (
    <li className="min-w-0 rounded-lg border border-line bg-raised p-4">
      <p className="font-semibold" dir="ltr">
        {topic}
      </p>
      <p className="text-[13px] leading-5 text-muted">
        {t('attempts', { count: attempts })},{' '}
        {t.rich('since', {
          time: () => <Instant at={createdAt} timeZone={timeZone} />,
          died: () => <Instant at={diedAt} timeZone={timeZone} />,
        })}
      </p>
      <p dir="auto" className="mt-3 break-words">
        {error || t('noError')}
      </p>
      <p dir="ltr" className="mt-2 font-mono text-[13px] leading-5 break-all text-muted">
        {payload}
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-2.5">
        <form method="post" action={`/admin/dead-letters/${id}/replay`}>
          <input type="hidden" name="back" value={back} />
          <Button size="sm">{t('replay')}</Button>
        </form>
        <AskedAgain
          ask={t('discard')}
          text={t('discardText')}
          confirm={t('discardConfirm')}
          action={`/admin/dead-letters/${id}/discard`}
          back={back}
        />
      </div>
    </li>
  );
};
