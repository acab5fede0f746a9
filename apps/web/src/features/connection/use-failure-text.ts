import { codeOf } from '@parley/chat-client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What to tell a person about a failed call: a sentence for its code, in the language of the page. */
export const useFailureText = () => {
  const t = useTranslations('errors');
  return useCallback((error: unknown) => t(codeOf(error)), [t]);
};
