'use client';
import type { TimelineItem } from '@parley/chat-client/react';
import { useUser } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useTime } from '@/features/shell/time-context';
import { clockTime } from '@/lib/time';
import { Avatar } from '@/ui/avatar';
import { clsx } from '@/ui/clsx';
import { DeliveryLine } from './delivery-line';
import { MessageBody } from './message-body';

type MessageArticleProps = { item: TimelineItem; head: boolean; last: boolean; linked: boolean };

/** One message. The first of a run shows who wrote it; the others keep their time for the pointer. */
export const MessageArticle = ({ item, head, last, linked }: MessageArticleProps) => {
  const t = useTranslations('message');
  const { timeZone } = useTime();
  const author = useUser(item.senderId)?.displayName ?? t('someone');
  const time = clockTime(item.createdAt, timeZone);
  return (
    <article
      aria-label={t('label', { author, time })}
      data-seq={item.message?.seq}
      className={clsx(
        'group grid grid-cols-[36px_minmax(0,76ch)] gap-x-3 px-3.5 py-0.5 hover:bg-hover md:px-6',
        head && 'pt-[9px]',
        linked && 'animate-glow',
      )}
    >
      {head ? (
        <Avatar id={item.senderId} name={author} className="mt-0.5" />
      ) : (
        <time
          dateTime={item.createdAt}
          aria-hidden="true"
          className="text-right text-[11px] leading-[22px] text-muted tabular-nums opacity-0 group-hover:opacity-100"
        >
          {time}
        </time>
      )}
      <div className="min-w-0">
        {head && (
          <p className="flex items-baseline gap-2 leading-5">
            <b className="min-w-0 truncate font-[650]">
              <bdi>{author}</bdi>
            </b>
            <time dateTime={item.createdAt} className="text-xs text-muted tabular-nums">
              {time}
            </time>
          </p>
        )}
        <MessageBody body={item.body} waiting={item.state === 'queued' || item.state === 'sending'} />
        {item.state && <DeliveryLine item={item} shown={last || item.message === null} />}
      </div>
    </article>
  );
};
