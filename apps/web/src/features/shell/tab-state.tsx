'use client';
import { useRoom, useUnreadTotal } from '@parley/chat-client/react';
import { useEffect } from 'react';
import { useRoomName } from '@/features/rooms/use-room-name';
import { rememberCookie } from '@/lib/browser-cookie';
import { pageTitle } from '@/lib/page-title';

/** Title, favicon and app badge: all tell the sum of what is unread. */
export const TabState = ({ roomId }: { roomId: string | null }) => {
  const room = useRoom(roomId ?? '');
  const name = useRoomName(room);
  const unread = useUnreadTotal();
  const joined = room?.me ? room.id : null;

  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unread > 0 ? '/icon-unread.svg' : '/icon.svg';
    if ('setAppBadge' in navigator) void navigator.setAppBadge(unread).catch(() => undefined);
  }, [unread]);

  useEffect(() => {
    if (joined) rememberCookie('lastRoom', joined);
  }, [joined]);

  return <title>{pageTitle(name || null, unread)}</title>;
};
