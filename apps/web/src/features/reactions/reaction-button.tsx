'use client';
import { useChat } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useReactors } from './use-reactors';

type Props = { message: Message; emoji: string; userIds: readonly string[] };

/** One emoji under a message: how many chose it, who when pointed at, and mine to give or take back. */
export const ReactionButton = ({ message, emoji, userIds }: Props) => {
  const t = useTranslations('reactions');
  const chat = useChat();
  const names = useReactors(userIds);
  const mine = userIds.includes(chat.me?.id ?? '');
  return (
    <li className="relative">
      <button
        type="button"
        aria-pressed={mine}
        aria-label={t('label', { emoji, count: userIds.length, names })}
        onClick={() => chat.react(message, emoji, !mine)}
        className="peer flex h-[26px] items-center gap-1.5 rounded-full border border-line bg-raised px-2 text-[13px] leading-none tabular-nums transition-colors duration-100 hover:border-edge aria-pressed:border-accent aria-pressed:bg-wash aria-pressed:font-semibold aria-pressed:text-accent-deep touch:h-11 touch:min-w-11 touch:justify-center touch:px-3"
      >
        <span className="text-[15px]">{emoji}</span>
        {userIds.length}
      </button>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute start-0 bottom-full z-20 mb-1.5 hidden w-max max-w-60 rounded-md border border-line bg-raised px-2.5 py-1 text-xs leading-[18px] shadow-pop peer-hocus:block"
      >
        {names}
      </span>
    </li>
  );
};
