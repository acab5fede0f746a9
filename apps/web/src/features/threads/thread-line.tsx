'use client';
import { useThreadState } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useLocale, useTranslations } from 'next-intl';
import { AppLink } from '@/features/shell/app-link';
import { threadPath } from '@/features/shell/paths';
import { useTime } from '@/features/shell/time-context';
import { useDayLabel } from '@/features/timeline/use-day-label';
import { clockTime, dayOf } from '@/lib/time';

const LastAt = ({ at }: { at: string }) => {
  const t = useTranslations('threads');
  const locale = useLocale();
  const { timeZone, today } = useTime();
  const day = dayOf(at, timeZone);
  const label = useDayLabel(day);
  const time = clockTime(at, timeZone, locale);
  return (
    <span className="text-xs text-muted tabular-nums">
      {day === today ? t('lastAt', { time }) : t('lastOn', { day: label, time })}
    </span>
  );
};

/** Under the first message of a thread: how much was replied, and the way there. */
export const ThreadLine = ({ message, repliedAt }: { message: Message; repliedAt: string | null }) => {
  const t = useTranslations('threads');
  const unread = useThreadState(message.id)?.unreadCount ?? 0;
  return (
    <AppLink
      href={threadPath(message.roomId, message.id)}
      className="group/thread mt-0.5 flex min-h-7 w-fit items-center gap-2 text-[13.5px] touch:min-h-11"
    >
      <span className="font-[550] text-link underline-offset-2 group-hover/thread:underline">
        {t('replies', { count: message.replyCount })}
      </span>
      {unread > 0 && (
        <span className="rounded-full bg-accent px-1.5 text-[11px] leading-[18px] font-semibold text-on-accent">
          {t('newReplies', { count: unread })}
        </span>
      )}
      {repliedAt !== null && <LastAt at={repliedAt} />}
    </AppLink>
  );
};
