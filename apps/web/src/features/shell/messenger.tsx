'use client';
import type { ChatSnapshot } from '@parley/chat-client';
import { ChatProvider } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { SessionEnded } from '@/features/connection/session-ended';
import { RoomPreview } from '@/features/rooms/room-preview';
import { RoomView } from '@/features/rooms/room-view';
import { clsx } from '@/ui/clsx';
import { PageSettingsProvider, type PageSettings } from './page-settings';
import { useRoomId } from './route';
import { Sidebar } from './sidebar';
import { TabState } from './tab-state';
import { TimeProvider } from './time-context';
import { Welcome } from './welcome';

type Props = {
  snapshot: ChatSnapshot;
  settings: PageSettings;
  timeZone: string;
  now: string;
  preview?: Room | null;
};

const Regions = ({ preview }: { preview: Room | null }) => {
  const t = useTranslations('shell');
  const roomId = useRoomId();
  return (
    <>
      <a
        href={roomId ? '#composer' : '#rooms'}
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <div id="rooms" className="grid h-dvh min-h-0 grid-cols-1 md:grid-cols-[264px_minmax(0,1fr)]">
        <Sidebar className={clsx(roomId && 'max-md:hidden')} />
        {roomId === null && <Welcome />}
        {roomId !== null && roomId === preview?.id && <RoomPreview room={preview} />}
        {roomId !== null && roomId !== preview?.id && <RoomView key={roomId} roomId={roomId} />}
      </div>
      <TabState roomId={roomId} />
      <SessionEnded />
    </>
  );
};

/** The whole live page. Its first render is the server's HTML; after that it needs the server only for facts. */
export const Messenger = ({ snapshot, settings, timeZone, now, preview = null }: Props) => (
  <PageSettingsProvider value={settings}>
    <TimeProvider timeZone={timeZone} now={now}>
      <ChatProvider snapshot={snapshot}>
        <Regions preview={preview} />
      </ChatProvider>
    </TimeProvider>
  </PageSettingsProvider>
);
