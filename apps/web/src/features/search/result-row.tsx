'use client';
import { useUser } from '@parley/chat-client/react';
import type { SearchResult } from '@parley/shared-types';
import { useLocale, useTranslations } from 'next-intl';
import { useTime } from '@/features/shell/time-context';
import { AppLink } from '@/features/shell/app-link';
import { useDayLabel } from '@/features/timeline/use-day-label';
import { clockTime, dayOf } from '@/lib/time';
import { Avatar } from '@/ui/avatar';
import { FoundFiles } from './found-files';
import { snippetParts } from './snippet-parts';

/** One message that was found; a press shows it where it was said. */
export const ResultRow = ({ result }: { result: SearchResult }) => {
  const t = useTranslations('message');
  const locale = useLocale();
  const { timeZone } = useTime();
  const { message, snippet, highlights } = result;
  const sender = useUser(message.senderId);
  const author = sender?.displayName ?? t('someone');
  const day = useDayLabel(dayOf(message.createdAt, timeZone));
  return (
    <li>
      <AppLink
        href={`/rooms/${message.roomId}?message=${message.id}`}
        data-arrow
        className="flex gap-3 rounded-md px-2.5 py-2 hover:bg-hover"
      >
        <Avatar id={message.senderId} name={author} src={sender?.avatarUrl} size={28} className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate font-[650]">{author}</bdi>
            <time dateTime={message.createdAt} className="flex-none text-xs text-muted tabular-nums">
              {day}, {clockTime(message.createdAt, timeZone, locale)}
            </time>
          </span>
          <span dir="auto" className="block text-start">
            {snippetParts(snippet, highlights).map(({ text, isHit }, index) =>
              isHit ? (
                <mark key={index} className="rounded-[3px] bg-wash font-semibold text-text">
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </span>
          {message.attachments.length > 0 && <FoundFiles files={message.attachments} />}
        </span>
      </AppLink>
    </li>
  );
};
