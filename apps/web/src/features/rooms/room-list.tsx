'use client';
import { useRooms } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useDraftRooms } from '@/features/composer/use-draft-rooms';
import { NewConversationButton } from '@/features/conversations/new-conversation-button';
import { useRoomId } from '@/features/shell/route';
import { RoomContextMenu } from './room-context-menu';
import { RoomLink } from './room-link';
import { SECTIONS, sectionsOf, type SectionName } from './room-sections';
import { useContextMenu } from './use-context-menu';

const Section = ({ name, rooms }: { name: SectionName; rooms: Room[] }) => {
  const t = useTranslations('rooms');
  const active = useRoomId();
  const drafts = useDraftRooms();
  if (rooms.length === 0) return null;
  const id = `section-${name}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mx-2 mt-4 mb-1.5 text-xs leading-none font-semibold text-muted">
        {t(name)}
      </h2>
      <ul className="grid gap-px">
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomLink room={room} active={room.id === active} hasDraft={drafts.has(room.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** My rooms, latest activity first, those with a star above all. */
export const RoomList = () => {
  const t = useTranslations('rooms');
  const sections = sectionsOf(useRooms());
  const menu = useContextMenu();
  return (
    <nav aria-label={t('rooms')} {...menu.listeners} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
      {SECTIONS.map((name) => (
        <Section key={name} name={name} rooms={sections[name]} />
      ))}
      {SECTIONS.every((name) => sections[name].length === 0) && (
        <div className="mx-2 mt-4 grid justify-items-start gap-3 text-[13.5px] text-muted">
          <p>{t('none')}</p>
          <NewConversationButton labelled />
        </div>
      )}
      {menu.asked && <RoomContextMenu asked={menu.asked} onClose={menu.close} />}
    </nav>
  );
};
