'use client';
import { useRoom, useThreadState, useUser } from '@parley/chat-client/react';
import type { Message, Thread } from '@parley/shared-types';
import { useLocale, useTranslations } from 'next-intl';
import { MessageLine } from '@/features/messages/message-line';
import { useRoomName } from '@/features/rooms/use-room-name';
import { AppLink } from '@/features/shell/app-link';
import { threadPath } from '@/features/shell/paths';
import { useTime } from '@/features/shell/time-context';
import { fullTime } from '@/lib/time';
import { Avatar } from '@/ui/avatar';
import { clsx } from '@/ui/clsx';

const Line = ({ message, className }: { message: Message; className?: string }) => {
  const t = useTranslations('threads');
  const sender = useUser(message.senderId);
  const author = sender?.displayName ?? t('someone');
  return (
    <span className={clsx('flex min-w-0 items-center gap-2', className)}>
      <Avatar id={message.senderId} name={author} src={sender?.avatarUrl} size={20} />
      <span className="min-w-0 truncate">
        <bdi className="font-medium">{author}</bdi>{' '}
        <bdi>{message.deletedAt === null ? <MessageLine message={message} /> : t('deleted')}</bdi>
      </span>
    </span>
  );
};

/** One thread: where it is, how it began, what was said last, and how much of it is new. */
export const ThreadCard = ({ thread: { root, lastReply, state: asListed } }: { thread: Thread }) => {
  const t = useTranslations('threads');
  const locale = useLocale();
  const { timeZone } = useTime();
  const room = useRoom(root.roomId);
  const name = useRoomName(room);
  const { unreadCount } = useThreadState(root.id) ?? asListed;
  return (
    <li className="mb-2.5">
      <AppLink
        href={threadPath(root.roomId, root.id)}
        className="grid max-w-[76ch] gap-1.5 rounded-lg border border-line bg-raised px-4 py-3 hover:bg-hover"
      >
        <span className="flex items-center gap-2 text-[13px] leading-5 text-muted">
          <span className="min-w-0 truncate">
            {room?.kind === 'channel' && '#'}
            <bdi>{name}</bdi>
          </span>
          {lastReply && (
            <time dateTime={lastReply.createdAt} className="flex-none">
              {fullTime(lastReply.createdAt, timeZone, locale)}
            </time>
          )}
        </span>
        <Line message={root} className={clsx(unreadCount > 0 && 'font-semibold')} />
        {lastReply && <Line message={lastReply} className="ps-3 text-[13.5px] text-muted" />}
        <span className="flex items-center gap-2 text-[13.5px]">
          <span className="font-[550] text-link">{t('replies', { count: root.replyCount })}</span>
          {unreadCount > 0 && (
            <span className="rounded-full bg-accent px-1.5 text-[11px] leading-[18px] font-semibold text-on-accent">
              {t('newReplies', { count: unreadCount })}
            </span>
          )}
        </span>
      </AppLink>
    </li>
  );
};
