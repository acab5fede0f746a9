'use client';
import type { Message } from '@parley/shared-types';
import { SmilePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ReactionButton } from './reaction-button';

/** What people made of a message, in the order in which it began. */
export const ReactionsRow = ({ message, onAdd }: { message: Message; onAdd: () => void }) => {
  const t = useTranslations('reactions');
  return (
    <ul aria-label={t('reactions')} className="mt-1 mb-0.5 flex flex-wrap gap-1.5">
      {message.reactions.map(({ emoji, userIds }) => (
        <ReactionButton key={emoji} message={message} emoji={emoji} userIds={userIds} />
      ))}
      <li>
        <button
          type="button"
          aria-label={t('add')}
          title={t('add')}
          onClick={onAdd}
          className="grid h-[26px] w-9 place-items-center rounded-full border border-line text-muted transition-colors duration-100 hover:border-edge hover:text-text touch:h-11 touch:w-11"
        >
          <SmilePlus size={15} strokeWidth={1.8} aria-hidden="true" />
        </button>
      </li>
    </ul>
  );
};
