'use client';
import { useMe } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { ChevronLeft, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PersonFace } from '@/features/presence/person-face';
import { useStatusText } from '@/features/presence/use-status-text';
import { AppLink } from '@/features/shell/app-link';
import { Avatar } from '@/ui/avatar';
import { iconButtonClass } from '@/ui/icon-button';
import { RoomMenuButton } from './room-menu-button';
import { peerOf } from './room-name';
import { useRoomName } from './use-room-name';

/** The line above a room: its name, what it is about, and on a phone the way back. */
export const RoomHeading = ({ room, children }: { room: Room; children?: React.ReactNode }) => {
  const t = useTranslations('room');
  const me = useMe();
  const peer = peerOf(room, me?.id);
  const name = useRoomName(room);
  const status = useStatusText(peer);
  const about = peer
    ? status
    : [room.topic, t('people', { count: room.memberCount })].filter(Boolean).join(' · ');
  return (
    <header className="flex h-[58px] flex-none items-center gap-3.5 border-b border-line pe-2 ps-1.5 md:pe-4 md:ps-6">
      <AppLink
        href="/rooms"
        aria-label={t('back')}
        className={iconButtonClass('-me-3 md:hidden touch:size-11')}
      >
        <ChevronLeft size={22} strokeWidth={1.9} className="rtl:-scale-x-100" />
      </AppLink>
      {peer && <PersonFace person={peer} size={28} />}
      {room.avatarUrl && <Avatar id={room.id} name={name} src={room.avatarUrl} size={28} />}
      <h1 className="min-w-0 truncate font-display text-lg leading-6 font-[650] tracking-[-.01em]">
        {room.kind === 'channel' && <span aria-hidden="true"># </span>}
        {room.kind === 'group' && (
          <Users size={17} strokeWidth={2.2} aria-hidden="true" className="me-2 -mt-0.5 inline-block" />
        )}
        <bdi>{name}</bdi>
      </h1>
      <p className="min-w-0 flex-1 truncate text-[13.5px] text-muted max-sm:invisible">{about}</p>
      {children}
      {room.me && <RoomMenuButton room={room} />}
    </header>
  );
};
