'use client';
import { useMe, useRooms } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useRoomId } from '@/features/shell/route';
import { roomName } from './room-name';
import { RoomLink } from './room-link';

const Section = ({ id, title, rooms }: { id: string; title: string; rooms: Room[] }) => {
  const active = useRoomId();
  if (rooms.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mx-2 mt-4 mb-1.5 text-xs leading-none font-semibold text-muted">
        {title}
      </h2>
      <ul className="grid gap-px">
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomLink room={room} active={room.id === active} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** My rooms, latest activity first; only those whose name holds `filter`, when there is one. */
export const RoomList = ({ filter }: { filter: string }) => {
  const t = useTranslations('rooms');
  const me = useMe();
  const rooms = useRooms();
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = rooms.filter(
    (room) => room.me && roomName(room, me?.id).toLocaleLowerCase().includes(wanted),
  );
  return (
    <nav aria-label={t('rooms')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
      <Section id="section-rooms" title={t('rooms')} rooms={shown.filter(({ kind }) => kind !== 'direct')} />
      <Section
        id="section-people"
        title={t('people')}
        rooms={shown.filter(({ kind }) => kind === 'direct')}
      />
      {shown.length === 0 && (
        <p className="mx-2 mt-4 text-[13.5px] text-muted">{wanted ? t('noMatch', { filter }) : t('none')}</p>
      )}
    </nav>
  );
};
