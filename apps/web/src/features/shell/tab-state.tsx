'use client';
import { useRoom, useRooms } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { badgeTotal } from '@/features/rooms/room-badge';
import { useRoomName } from '@/features/rooms/use-room-name';
import { noteVisit } from '@/features/switcher/recent-rooms';
import { useIsSearching } from './route';
import { rememberCookie } from '@/lib/browser-cookie';
import { pageTitle } from '@/lib/page-title';

/** Title, favicon and app badge: all tell the sum of what the room list shows as unread. */
export const TabState = ({ roomId }: { roomId: string | null }) => {
  const t = useTranslations('search');
  const isSearching = useIsSearching();
  const room = useRoom(roomId ?? '');
  const roomName = useRoomName(room);
  const name = isSearching ? t('search') : roomName;
  const unread = badgeTotal(useRooms());
  const joined = room?.me ? room.id : null;

  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unread > 0 ? '/icon-unread.svg' : '/icon.svg';
    if ('setAppBadge' in navigator) void navigator.setAppBadge(unread).catch(() => undefined);
  }, [unread]);

  useEffect(() => {
    if (!joined) return;
    rememberCookie('lastRoom', joined);
    noteVisit(joined);
  }, [joined]);

  return <title>{pageTitle(name || null, unread)}</title>;
};
