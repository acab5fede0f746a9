'use client';
import { useChat, type TimelineItem } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';

/** Between two, one of them takes no messages from the other. */
const isRefused = ({ error }: TimelineItem, room: Room | undefined) =>
  error?.code === 'forbidden' && room?.kind === 'direct';

const ACTION = 'font-semibold underline underline-offset-2 touch:min-h-11 touch:px-1.5';

/** What became of my message. Always there as text; on screen for the latest, and for whatever is not sent yet. */
export const DeliveryLine = ({ item, shown }: { item: TimelineItem; shown: boolean }) => {
  const t = useTranslations('message');
  const errors = useTranslations('errors');
  const chat = useChat();
  const { state, clientId, error } = item;
  if (!state) return null;
  if (state !== 'failed') {
    // On a quick line "Sending" would only flicker.
    const slow = state === 'sending' && 'animate-late';
    return (
      <p className={clsx(shown ? 'text-xs leading-4 text-muted' : 'sr-only', slow)}>{t(`state.${state}`)}</p>
    );
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-1.5 text-[13px] leading-5 text-danger">
      <CircleAlert size={14} strokeWidth={2.2} aria-hidden="true" />
      <span>{t('state.failed')} –</span>
      <button type="button" className={ACTION} onClick={() => chat.retry(clientId)}>
        {t('retry')}
      </button>
      <span aria-hidden="true">·</span>
      <button type="button" className={ACTION} onClick={() => chat.discard(clientId)}>
        {t('delete')}
      </button>
      {error && (
        <span className="basis-full text-muted">
          {isRefused(item, chat.room(item.roomId)) ? t('notTaken') : errors(error.code)}
        </span>
      )}
    </div>
  );
};
