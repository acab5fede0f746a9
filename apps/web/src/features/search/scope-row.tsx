'use client';
import { useRoom } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useRoomName } from '@/features/rooms/use-room-name';
import { clsx } from '@/ui/clsx';
import { searchPath, type Query } from './search-query';

type ScopeRowProps = { query: Query; roomId: string; onChange: (roomId: string | null) => void };

/** In this room, or everywhere. */
export const ScopeRow = ({ query, roomId, onChange }: ScopeRowProps) => {
  const t = useTranslations('search');
  const name = useRoomName(useRoom(roomId));
  const scopes = [
    { id: roomId, label: name ? t('inRoom', { name }) : t('inThisRoom') },
    { id: null, label: t('everywhere') },
  ];
  return (
    <nav aria-label={t('where')} className="flex gap-1 self-start rounded-md bg-sidebar p-1">
      {scopes.map(({ id, label }) => (
        <a
          key={id}
          href={searchPath({ ...query, roomId: id })}
          aria-current={id === query.roomId ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            onChange(id);
          }}
          className={clsx(
            'grid h-8 place-items-center rounded-[8px] px-3 text-[13.5px] font-semibold touch:h-11',
            id === query.roomId ? 'bg-raised text-text ring-1 ring-line' : 'text-muted hover:text-text',
          )}
        >
          {label}
        </a>
      ))}
    </nav>
  );
};
