'use client';
import type { Chat, ChatSnapshot } from '@parley/chat-client';
import { ChatProvider } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useLocale, useTranslations } from 'next-intl';
import { Direction } from 'radix-ui';
import { Suspense } from 'react';
import { SessionEnded } from '@/features/connection/session-ended';
import { useWorker } from '@/features/offline/use-worker';
import { RoomPreview } from '@/features/rooms/room-preview';
import { RoomView } from '@/features/rooms/room-view';
import { directionOf } from '@/lib/locale';
import { onDemand } from '@/lib/on-demand';
import { clsx } from '@/ui/clsx';
import { Toasts } from '@/ui/toasts';
import { OverlaysProvider } from './overlays';
import { PageSettingsProvider, type PageSettings } from './page-settings';
import { useIsSearching, useIsThreads, useRoomId } from './route';
import { Sidebar } from './sidebar';
import { TabState } from './tab-state';
import { TimeProvider } from './time-context';
import { Welcome } from './welcome';

type Props = {
  /** What the server rendered; or a chat that somebody else starts and stops. */
  snapshot?: ChatSnapshot;
  chat?: Chat;
  settings: PageSettings;
  timeZone: string;
  now: string;
  preview?: Room | null;
  /** The search page as the server made it, where that was asked for. */
  search?: React.ReactNode;
  /** The page of threads likewise. */
  threads?: React.ReactNode;
};

const SearchView = onDemand(() =>
  import('@/features/search/search-view').then((module) => module.SearchView),
);

const ThreadsPage = onDemand(() =>
  import('@/features/threads/threads-page').then((module) => module.ThreadsPage),
);

type RegionsProps = { preview: Room | null } & Pick<Props, 'search' | 'threads'>;

const Regions = ({ preview, search, threads }: RegionsProps) => {
  const t = useTranslations('shell');
  const roomId = useRoomId();
  const isSearching = useIsSearching();
  const isThreads = useIsThreads();
  const isPage = isSearching || isThreads;
  useWorker();
  return (
    <>
      <a
        href={roomId ? '#composer' : '#rooms'}
        className="fixed top-2 start-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <div id="rooms" className="grid h-dvh min-h-0 grid-cols-1 md:grid-cols-[264px_minmax(0,1fr)]">
        <Sidebar className={clsx((roomId || isPage) && 'max-md:hidden')} />
        {isSearching &&
          (search ?? (
            <Suspense>
              <SearchView />
            </Suspense>
          ))}
        {isThreads &&
          (threads ?? (
            <Suspense>
              <ThreadsPage />
            </Suspense>
          ))}
        {roomId === null && !isPage && <Welcome />}
        {roomId !== null && roomId === preview?.id && <RoomPreview room={preview} />}
        {roomId !== null && roomId !== preview?.id && <RoomView key={roomId} roomId={roomId} />}
      </div>
      <TabState roomId={roomId} />
      <SessionEnded />
      <Toasts label={t('notices')} closeLabel={t('closeNotice')} />
    </>
  );
};

/** The whole live page. Its first render is the server's HTML; after that it needs the server only for facts. */
export const Messenger = ({
  snapshot,
  chat,
  settings,
  timeZone,
  now,
  preview = null,
  search,
  threads,
}: Props) => (
  <PageSettingsProvider value={settings}>
    <TimeProvider timeZone={timeZone} now={now}>
      <Direction.Provider dir={directionOf(useLocale())}>
        <ChatProvider {...(chat ? { chat } : { snapshot })}>
          <OverlaysProvider>
            <Regions preview={preview} search={search} threads={threads} />
          </OverlaysProvider>
        </ChatProvider>
      </Direction.Provider>
    </TimeProvider>
  </PageSettingsProvider>
);
