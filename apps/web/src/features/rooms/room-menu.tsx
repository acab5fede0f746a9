'use client';
import { useMe } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Info, Mail, MailOpen, Search, Star, StarOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePersonEntries } from '@/features/blocks/use-person-entries';
import { searchPath } from '@/features/search/search-query';
import { useOverlay } from '@/features/shell/overlays';
import { goTo, useRoomId } from '@/features/shell/route';
import { Menu, MenuChoice, MenuEntries, MenuItem, MenuSeparator } from '@/ui/menu';
import { peerOf } from './room-name';
import { useNotifyLevels } from './use-notify-levels';
import { useRoomSettings } from './use-room-settings';

type RoomMenuProps = {
  room: Room;
  trigger: React.ReactElement;
  /** Has the focus when the menu is gone. */
  opener: () => HTMLElement | null;
  onClose: () => void;
};

const ICON = { size: 16, strokeWidth: 1.8 };

/** What may be done with a room without opening it. */
export const RoomMenu = ({ room, trigger, opener, onClose }: RoomMenuProps) => {
  const t = useTranslations('roomMenu');
  const open = useOverlay();
  const isOpen = useRoomId() === room.id;
  const levels = useNotifyLevels();
  const { star, notify, markRead, markUnread } = useRoomSettings(room);
  const me = useMe();
  const peer = peerOf(room, me?.id);
  const against = usePersonEntries({ person: peer?.id === me?.id ? null : peer, opener });
  const { unreadCount = 0, starred = false, notify: level = 'all' } = room.me ?? {};
  return (
    <Menu trigger={trigger} label={t('label')} defaultOpen onOpenChange={(isShown) => !isShown && onClose()}>
      {unreadCount > 0 && (
        <MenuItem icon={<MailOpen {...ICON} />} onSelect={markRead}>
          {t('markRead')}
        </MenuItem>
      )}
      {unreadCount === 0 && room.lastSeq > 0 && !isOpen && (
        <MenuItem icon={<Mail {...ICON} />} onSelect={markUnread}>
          {t('markUnread')}
        </MenuItem>
      )}
      <MenuItem icon={starred ? <StarOff {...ICON} /> : <Star {...ICON} />} onSelect={() => star(!starred)}>
        {t(starred ? 'unstar' : 'star')}
      </MenuItem>
      <MenuItem icon={<Search {...ICON} />} onSelect={() => goTo(searchPath({ q: '', roomId: room.id }))}>
        {t('search')}
      </MenuItem>
      <MenuItem
        icon={<Info {...ICON} />}
        onSelect={() => open({ name: 'room', roomId: room.id, opener: opener() })}
      >
        {t('details')}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice label={t('notify')} value={level} onChange={notify} options={levels} />
      {against.length > 0 && <MenuSeparator />}
      <MenuEntries entries={against} />
    </Menu>
  );
};
