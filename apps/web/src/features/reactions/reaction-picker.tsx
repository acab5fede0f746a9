'use client';
import { useChat } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { EmojiPicker } from '@/features/emoji/emoji-picker';
import { Popover } from '@/ui/popover';
import { QuickEmoji } from './quick-emoji';

type Props = { message: Message; anchor: React.RefObject<HTMLElement | null>; onClose: () => void };

/** Chooses an emoji for a message. */
export const ReactionPicker = ({ message, anchor, onClose }: Props) => {
  const t = useTranslations('reactions');
  const chat = useChat();
  return (
    <Popover label={t('pick')} anchor={anchor} onClose={onClose}>
      <QuickEmoji message={message} onDone={onClose} />
      <EmojiPicker
        focused={false}
        onPick={(emoji) => {
          chat.react(message, emoji, true);
          onClose();
        }}
      />
    </Popover>
  );
};
