import { useChat } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { showToast } from '@/ui/toast-store';

/** Says what the server refused: the page showed it as done, and takes it back. */
export const useRefusals = () => {
  const t = useTranslations('message.refused');
  const errors = useTranslations('errors');
  const chat = useChat();
  useEffect(
    () =>
      chat.onRefused(({ action, error }) =>
        showToast({ text: `${t(action)} ${errors(error.code)}`, urgent: true }),
      ),
    [chat, t, errors],
  );
};
