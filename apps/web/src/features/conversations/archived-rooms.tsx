'use client';
import { useArchivedRooms, useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useFailureText } from '@/features/connection/use-failure-text';
import { RoomSign } from '@/features/rooms/room-sign';
import { isOwner } from '@/features/rooms/room-rights';
import { useRoomName } from '@/features/rooms/use-room-name';
import { Button } from '@/ui/button';
import { MoreRow } from '@/ui/more-row';
import { ResultState } from '@/ui/result-state';
import { useAction } from './use-action';

type RowProps = { room: Room; disabled: boolean; onOpen: () => void; onRestore: () => void };

const Row = ({ room, disabled, onOpen, onRestore }: RowProps) => {
  const t = useTranslations('conversation');
  const name = useRoomName(room);
  return (
    <li className="flex min-h-12 items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
      <RoomSign room={room} />
      <bdi className="min-w-0 flex-1 truncate font-semibold">{name}</bdi>
      {isOwner(room) && (
        <Button
          type="button"
          data-arrow
          size="sm"
          look="quiet"
          disabled={disabled}
          aria-label={t('restoreRoom', { name })}
          onClick={onRestore}
        >
          {t('restore')}
        </Button>
      )}
      <Button
        type="button"
        data-arrow
        size="sm"
        look="quiet"
        aria-label={t('openChannel', { name })}
        onClick={onOpen}
      >
        {t('open')}
      </Button>
    </li>
  );
};

/** My rooms that are archived: to be read, and by their owners to be brought back. */
export const ArchivedRooms = ({ onOpen }: { onOpen: (roomId: string) => void }) => {
  const t = useTranslations('conversation');
  const chat = useChat();
  const failureText = useFailureText();
  const { items, isLoading, error, hasMore, loadMore } = useArchivedRooms();
  const { busy, error: failure, run } = useAction();
  const told = failure ?? (error ? failureText(error) : null);
  const restore = (room: Room) => run(async () => onOpen((await chat.restoreRoom(room.id)).id));
  return (
    <ul aria-label={t('archived')} className="px-3 pb-3">
      {items.map((room) => (
        <Row
          key={room.id}
          room={room}
          disabled={busy}
          onOpen={() => onOpen(room.id)}
          onRestore={() => void restore(room)}
        />
      ))}
      {hasMore && <MoreRow label={t('more')} onMore={loadMore} />}
      <li>
        <ResultState
          loading={isLoading && items.length === 0}
          loadingText={t('searching')}
          error={told}
          empty={items.length > 0 ? null : t('noArchived')}
        />
      </li>
    </ul>
  );
};
