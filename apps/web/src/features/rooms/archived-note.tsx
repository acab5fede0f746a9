'use client';
import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Archive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/features/connection/use-attempt';
import { Button } from '@/ui/button';
import { isOwner } from './room-rights';

/** In place of the composer, and with its id, in a room that takes no more messages. */
export const ArchivedNote = ({ room }: { room: Room }) => {
  const t = useTranslations('archived');
  const chat = useChat();
  const attempt = useAttempt();
  return (
    <div
      id="composer"
      className="mx-2.5 mb-6 flex flex-none flex-wrap items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 md:mx-6"
    >
      <Archive size={18} strokeWidth={1.8} aria-hidden="true" className="flex-none text-muted" />
      <p className="min-w-0 flex-1">{t('text')}</p>
      {isOwner(room) && (
        <Button look="quiet" onClick={() => attempt(chat.restoreRoom(room.id))}>
          {t('restore')}
        </Button>
      )}
    </div>
  );
};
