import { useChat } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { showToast } from '@/ui/toast-store';

/** Marks everything as read, in every room and thread, and offers to take that back. */
export const useMarkAllRead = () => {
  const t = useTranslations('receipts');
  const chat = useChat();
  return () => {
    const undo = chat.markAllRead();
    showToast({ text: t('allRead'), action: { label: t('undo'), run: undo } });
  };
};
