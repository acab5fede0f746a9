import { CallFailed, codeOf } from '@parley/chat-client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What to tell a person about a failed call: the field's own complaint, or a sentence for its code. */
export const useFailureText = () => {
  const t = useTranslations('errors');
  return useCallback(
    (error: unknown) => {
      const field = error instanceof CallFailed ? error.errors[0]?.message : undefined;
      return field ?? t(codeOf(error));
    },
    [t],
  );
};
