'use client';
import type { Message } from '@parley/shared-types';
import { Pin } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTime } from '@/features/shell/time-context';
import { fullTime } from '@/lib/time';

/** What happened to a message since: rewritten, pinned. */
export const MessageMarks = ({ message: { editedAt, pinnedAt } }: { message: Message }) => {
  const t = useTranslations('message');
  const locale = useLocale();
  const { timeZone } = useTime();
  if (editedAt === null && pinnedAt === null) return null;
  return (
    <p className="flex gap-2.5 text-xs leading-4 text-muted">
      {editedAt !== null && (
        <time dateTime={editedAt} title={fullTime(editedAt, timeZone, locale)}>
          {t('edited')}
        </time>
      )}
      {pinnedAt !== null && (
        <span className="flex items-center gap-1">
          <Pin size={11} strokeWidth={2.2} aria-hidden="true" />
          {t('pinned')}
        </span>
      )}
    </p>
  );
};
