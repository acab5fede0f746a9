'use client';
import { useMe, useUser } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Hash, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { AppLink } from '@/features/shell/app-link';
import { PresenceDot } from '@/features/presence/presence-dot';
import { Avatar } from '@/ui/avatar';
import { clsx } from '@/ui/clsx';
import { peerOf } from './room-name';
import { UnreadCount } from './unread-count';
import { useRoomName } from './use-room-name';

const Sign = ({ room, meId }: { room: Room; meId: string | undefined }) => {
  const peer = peerOf(room, meId);
  const live = useUser(peer?.id ?? '') ?? peer;
  if (live)
    return (
      <Avatar id={live.id} name={live.displayName} size={20} dot={<PresenceDot status={live.status} />} />
    );
  const Icon = room.kind === 'channel' ? Hash : Users;
  return <Icon size={16} strokeWidth={1.9} aria-hidden="true" className="mx-0.5 flex-none opacity-80" />;
};

const Presence = ({ id, userId }: { id: string; userId: string }) => {
  const t = useTranslations('presence');
  const user = useUser(userId);
  return (
    <span hidden id={id}>
      {t(user?.status ?? 'offline')}
    </span>
  );
};

export const RoomLink = memo(({ room, active }: { room: Room; active: boolean }) => {
  const me = useMe();
  const name = useRoomName(room);
  const unread = room.me?.unreadCount ?? 0;
  const peer = peerOf(room, me?.id);
  const presenceId = `presence-${room.id}`;
  return (
    <>
      <AppLink
        href={`/rooms/${room.id}`}
        aria-current={active ? 'page' : undefined}
        aria-describedby={peer ? presenceId : undefined}
        className={clsx(
          'flex h-8 items-center gap-[9px] rounded-[8px] px-2 text-[14.5px] transition-colors duration-100 touch:h-11',
          active ? 'bg-raised font-semibold text-text ring-1 ring-line' : 'hover:bg-pressed',
          unread > 0 ? 'font-semibold text-text' : !active && 'text-muted hover:text-text',
        )}
      >
        <Sign room={room} meId={me?.id} />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{name}</bdi>
        </span>
        <UnreadCount count={unread} forMe={room.kind !== 'channel'} />
      </AppLink>
      {peer && <Presence id={presenceId} userId={peer.id} />}
    </>
  );
});
RoomLink.displayName = 'RoomLink';
