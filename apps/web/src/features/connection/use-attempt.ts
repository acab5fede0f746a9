import { useCallback } from 'react';
import { showToast } from '@/ui/toast-store';
import { useFailureText } from './use-failure-text';

/** Does something that has no place of its own to say that it failed. */
export const useAttempt = () => {
  const failureText = useFailureText();
  return useCallback(
    (action: Promise<unknown>) => {
      action.catch((failure: unknown) => showToast({ text: failureText(failure), urgent: true }));
    },
    [failureText],
  );
};
