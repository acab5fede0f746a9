'use client';
import { useUnreadThreadCount } from '@parley/chat-client/react';
import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { AppLink } from '@/features/shell/app-link';
import { clsx } from '@/ui/clsx';

/** To the threads that I follow; how many of them have something unread. */
export const ThreadsLink = () => {
  const t = useTranslations('rooms');
  const unread = useUnreadThreadCount();
  const isHere = usePathname() === '/threads';
  return (
    <nav aria-label={t('threads')} className="flex-none px-2">
      <AppLink
        href="/threads"
        aria-current={isHere ? 'page' : undefined}
        className={clsx(
          'flex h-8 items-center gap-[9px] rounded-[8px] px-2 text-[14.5px] transition-colors duration-100 touch:h-11',
          isHere ? 'bg-raised font-semibold text-text ring-1 ring-line' : 'hover:bg-pressed',
          unread > 0 ? 'font-semibold text-text' : !isHere && 'text-muted hover:text-text',
        )}
      >
        <MessagesSquare
          size={16}
          strokeWidth={1.9}
          aria-hidden="true"
          className="mx-0.5 flex-none opacity-80"
        />
        <span className="min-w-0 flex-1 truncate">{t('threads')}</span>
        {unread > 0 && (
          <span className="h-[18px] min-w-[18px] rounded-full bg-accent px-[5px] text-center text-[11.5px] leading-[18px] font-semibold text-on-accent tabular-nums">
            {unread}
            <span className="sr-only"> {t('unread')}</span>
          </span>
        )}
      </AppLink>
    </nav>
  );
};
