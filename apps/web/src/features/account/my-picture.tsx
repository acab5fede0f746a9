'use client';
import { useChat, useMe } from '@parley/chat-client/react';
import { PictureField } from '@/features/attachments/picture-field';

/** The picture that others see of me. */
export const MyPicture = () => {
  const chat = useChat();
  const me = useMe();
  if (!me) return null;
  return (
    <PictureField
      id={me.id}
      name={me.displayName}
      src={me.avatarUrl}
      onChange={(avatarAttachmentId) => chat.updateMe({ avatarAttachmentId })}
    />
  );
};
