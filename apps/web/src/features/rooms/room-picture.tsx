'use client';
import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { PictureField } from '@/features/attachments/picture-field';
import { useRoomName } from './use-room-name';

/** The picture of a room, for those who may rename it. */
export const RoomPicture = ({ room }: { room: Room }) => {
  const chat = useChat();
  return (
    <PictureField
      id={room.id}
      name={useRoomName(room)}
      src={room.avatarUrl}
      onChange={(avatarAttachmentId) => chat.updateRoom(room.id, { avatarAttachmentId })}
    />
  );
};
