'use client';
import { useChat } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';

const QUICK = ['👍', '❤️', '😂', '🎉', '👀', '🙏'];

type Props = { message: Message; onDone: () => void };

/** The few emoji that are wanted most. One that I gave already is taken back. */
export const QuickEmoji = ({ message, onDone }: Props) => {
  const t = useTranslations('reactions');
  const chat = useChat();
  const isMine = (emoji: string) =>
    message.reactions.some((each) => each.emoji === emoji && each.userIds.includes(chat.me?.id ?? ''));
  return (
    <div role="group" aria-label={t('quick')} className="flex flex-wrap gap-0.5">
      {QUICK.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-pressed={isMine(emoji)}
          aria-label={t('react', { emoji })}
          onClick={() => {
            chat.react(message, emoji, !isMine(emoji));
            onDone();
          }}
          className="grid size-9 place-items-center rounded-md text-xl hover:bg-pressed aria-pressed:bg-wash aria-pressed:ring-1 aria-pressed:ring-accent touch:size-11"
        >
          {emoji}
        </button>
      ))}
    </div>
  );
};
