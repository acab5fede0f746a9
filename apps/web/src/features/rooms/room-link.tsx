'use client';
import { useMe, useUser } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { BellOff, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { AppLink } from '@/features/shell/app-link';
import { clsx } from '@/ui/clsx';
import { isMuted, wantsMe } from './room-badge';
import { peerOf } from './room-name';
import { RoomSign } from './room-sign';
import { UnreadCount } from './unread-count';
import { useRoomName } from './use-room-name';

const Presence = ({ id, userId }: { id: string; userId: string }) => {
  const t = useTranslations('presence');
  const user = useUser(userId);
  return (
    <span hidden id={id}>
      {t(user?.status ?? 'offline')}
    </span>
  );
};

type RoomLinkProps = {
  room: Room;
  active: boolean;
  /** Something is begun in it and not sent; told where it is not in view anyway. */
  hasDraft: boolean;
};

export const RoomLink = memo(({ room, active, hasDraft }: RoomLinkProps) => {
  const t = useTranslations('rooms');
  const me = useMe();
  const name = useRoomName(room);
  const peer = peerOf(room, me?.id);
  const presenceId = `presence-${room.id}`;
  return (
    <>
      <AppLink
        href={`/rooms/${room.id}`}
        data-room={room.id}
        aria-current={active ? 'page' : undefined}
        aria-describedby={peer ? presenceId : undefined}
        className={clsx(
          'flex h-8 items-center gap-[9px] [-webkit-touch-callout:none] rounded-[8px] px-2 text-[14.5px] transition-colors duration-100 compact:h-[27px] touch:h-11',
          active ? 'bg-raised font-semibold text-text ring-1 ring-line' : 'hover:bg-pressed',
          wantsMe(room) ? 'font-semibold text-text' : !active && 'text-muted hover:text-text',
        )}
      >
        <RoomSign room={room} />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{name}</bdi>
        </span>
        {hasDraft && !active && (
          <Pencil size={14} strokeWidth={1.8} className="flex-none" role="img" aria-label={t('draft')} />
        )}
        {isMuted(room) && (
          <BellOff size={14} strokeWidth={1.8} className="flex-none" role="img" aria-label={t('muted')} />
        )}
        <UnreadCount room={room} />
      </AppLink>
      {peer && <Presence id={presenceId} userId={peer.id} />}
    </>
  );
});
RoomLink.displayName = 'RoomLink';
