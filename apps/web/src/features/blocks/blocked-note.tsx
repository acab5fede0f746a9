'use client';
import { useChat } from '@parley/chat-client/react';
import type { User } from '@parley/shared-types';
import { Ban } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/features/connection/use-attempt';
import { Button } from '@/ui/button';

type BlockedNoteProps = { id: string; person: User; from: string };

/** In place of the composer of a conversation with somebody whom I block. `from` is where it stands. */
export const BlockedNote = ({ id, person, from }: BlockedNoteProps) => {
  const t = useTranslations('blocks');
  const chat = useChat();
  const attempt = useAttempt();
  const unblock = (event: React.FormEvent) => {
    event.preventDefault();
    attempt(chat.block(person.id, false));
  };
  return (
    <form
      id={id}
      method="post"
      action={`/people/${person.id}/unblock`}
      onSubmit={unblock}
      className="mx-2.5 mb-6 flex flex-none flex-wrap items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 md:mx-6"
    >
      <input type="hidden" name="from" value={from} />
      <Ban size={18} strokeWidth={1.8} aria-hidden="true" className="flex-none text-muted" />
      <p className="min-w-0 flex-1">
        {t.rich('youBlock', { name: () => <bdi className="font-semibold">{person.displayName}</bdi> })}
      </p>
      <Button look="quiet">{t('unblock')}</Button>
    </form>
  );
};
