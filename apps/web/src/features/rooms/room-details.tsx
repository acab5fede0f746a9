'use client';
import { useRoom } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/ui/dialog';
import { NotifyField } from './notify-field';
import { RoomEndings } from './room-endings';
import { RoomForm } from './room-form';
import { RoomPicture } from './room-picture';
import { mayEndRoom, mayRenameRoom } from './room-rights';
import { StarField } from './star-field';
import { useRoomName } from './use-room-name';

type RoomDetailsProps = { roomId: string; opener: HTMLElement | null; onClose: () => void };

/** All about one room: what it is called and about, what it is to me, and how to be rid of it. */
export const RoomDetails = ({ roomId, opener, onClose }: RoomDetailsProps) => {
  const t = useTranslations('roomDetails');
  const room = useRoom(roomId);
  const name = useRoomName(room);
  if (!room?.me) return null;
  return (
    <Dialog
      title={t('title', { name })}
      closeLabel={t('close')}
      opener={{ current: opener }}
      onClose={onClose}
    >
      <div className="grid gap-6 overflow-y-auto px-5 pt-2 pb-5">
        {mayRenameRoom(room) ? (
          <>
            <RoomPicture room={room} />
            <RoomForm room={room} />
          </>
        ) : (
          room.topic && <p className="text-muted">{room.topic}</p>
        )}
        <StarField room={room} />
        <NotifyField room={room} />
        {mayEndRoom(room) && <RoomEndings room={room} onDone={onClose} />}
      </div>
    </Dialog>
  );
};
