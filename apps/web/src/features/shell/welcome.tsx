'use client';
import { useTranslations } from 'next-intl';
import { NewConversationButton } from '@/features/conversations/new-conversation-button';
import { EmptyState } from '@/ui/empty-state';

/** Beside the room list while no room is open; on a phone the list alone is the page. */
export const Welcome = () => {
  const t = useTranslations('welcome');
  return (
    <main className="grid place-items-center max-md:hidden">
      <EmptyState drawing="fire" heading="h1" title={t('title')} text={t('text')}>
        <NewConversationButton labelled />
      </EmptyState>
    </main>
  );
};
