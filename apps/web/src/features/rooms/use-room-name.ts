import { useMe, useUser } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { peerOf, roomName } from './room-name';

/** What a room is called now; '' without a room. A person may change their name while the page is open. */
export const useRoomName = (room: Room | undefined) => {
  const t = useTranslations('rooms');
  const me = useMe();
  const peerId = room && peerOf(room, me?.id)?.id;
  const peer = useUser(peerId ?? '');
  if (!room) return '';
  const name = peer?.displayName ?? roomName(room, me?.id);
  return peerId !== undefined && peerId === me?.id ? t('self', { name }) : name;
};
