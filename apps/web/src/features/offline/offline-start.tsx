'use client';
import { createChat, type Chat } from '@parley/chat-client';
import { useEffect, useState } from 'react';
import { isMessengerPath } from '@/features/shell/route';
import { Messenger } from '@/features/shell/messenger';
import { readCookie } from '@/lib/browser-cookie';
import { OfflinePage } from './offline-page';

/** `/` leads to the last room, as it does when the server is asked. */
const enter = () => {
  if (location.pathname !== '/') return;
  const lastRoom = readCookie('lastRoom');
  history.replaceState(null, '', lastRoom ? `/rooms/${lastRoom}` : '/rooms');
};

/** The chat as this device last saw it; null when it has seen none, undefined until that is known. */
const useKeptChat = () => {
  const [kept, setKept] = useState<Chat | null>();
  useEffect(() => {
    const chat = createChat();
    let isWanted = true;
    const take = (found: boolean) => {
      if (!isWanted) return;
      if (found) {
        enter();
        chat.start();
      }
      setKept(found ? chat : null);
    };
    chat.restore().then(take, () => take(false));
    return () => {
      isWanted = false;
      chat.stop();
    };
  }, []);
  return kept;
};

/**
 * What the service worker answers with when there is no network, under whatever address was asked for: the messenger
 * from this device's own store. It becomes live by itself when the network comes.
 */
export const OfflineStart = ({ maxMessageLength }: { maxMessageLength: number }) => {
  const chat = useKeptChat();
  if (chat === undefined) return null;
  if (!chat || !isMessengerPath(location.pathname)) return <OfflinePage hasRooms={chat !== null} />;
  return (
    <Messenger
      chat={chat}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      now={new Date().toISOString()}
      settings={{ maxMessageLength, formClientId: '', formError: null, missingMessageId: null }}
    />
  );
};
