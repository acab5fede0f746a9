'use client';
import { useRoom } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { PersonFace } from '@/features/presence/person-face';
import { seenBy } from './seen';

/** Who has seen a message; nothing in rooms that are too large to be told of each. */
export const SeenBy = ({ message }: { message: Message }) => {
  const t = useTranslations('receipts');
  const room = useRoom(message.roomId);
  const people = room ? seenBy(room, message) : null;
  if (!people) return null;
  return (
    <section aria-label={t('seenBy')} className="px-2.5 py-1.5">
      <p className="text-xs font-semibold text-muted">{t('seenCount', { count: people.length })}</p>
      <ul className="mt-1 grid max-h-40 gap-1 overflow-y-auto">
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-2 text-sm">
            <PersonFace person={person} size={20} />
            <bdi className="truncate">{person.displayName}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
};
