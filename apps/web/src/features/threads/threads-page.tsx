'use client';
import { useThreads } from '@parley/chat-client/react';
import { ChevronLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFailureText } from '@/features/connection/use-failure-text';
import { AppLink } from '@/features/shell/app-link';
import { EmptyState } from '@/ui/empty-state';
import { iconButtonClass } from '@/ui/icon-button';
import { MoreRow } from '@/ui/more-row';
import { ResultState } from '@/ui/result-state';
import { ThreadCard } from './thread-card';
import { useUnreadFirst } from './use-unread-first';

/** All threads that I follow: those with something new first, then the latest. */
export const ThreadsPage = () => {
  const t = useTranslations('threads');
  const room = useTranslations('room');
  const failureText = useFailureText();
  const { items, isLoading, error, hasMore, loadMore } = useThreads();
  const threads = useUnreadFirst(items);
  const isEmpty = threads.length === 0 && !isLoading && !error;
  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <header className="flex h-[58px] flex-none items-center gap-3.5 border-b border-line ps-1.5 pe-4 md:ps-6">
        <AppLink
          href="/rooms"
          aria-label={room('back')}
          className={iconButtonClass('-me-3 md:hidden touch:size-11')}
        >
          <ChevronLeft size={22} strokeWidth={1.9} className="rtl:-scale-x-100" />
        </AppLink>
        <h1 className="font-display text-lg leading-6 font-[650] tracking-[-.01em]">{t('title')}</h1>
      </header>
      {isEmpty ? (
        <div className="grid flex-1 place-items-center">
          <EmptyState drawing="fire" title={t('empty')} text={t('emptyText')} />
        </div>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto px-2.5 py-3 md:px-5">
          {threads.map((thread) => (
            <ThreadCard key={thread.root.id} thread={thread} />
          ))}
          {hasMore && <MoreRow label={t('more')} onMore={loadMore} />}
          <li>
            <ResultState
              loading={isLoading && threads.length === 0}
              loadingText={t('loading')}
              error={error ? failureText(error) : null}
              empty={null}
            />
          </li>
        </ul>
      )}
    </main>
  );
};
