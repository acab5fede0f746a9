import { useCallback, useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';

/** Runs one thing at a time and keeps the sentence for what went wrong. */
export const useAction = () => {
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const run = useCallback(
    async (action: () => Promise<unknown>) => {
      setBusy(true);
      setError(null);
      try {
        await action();
      } catch (failure) {
        setError(failureText(failure));
      }
      setBusy(false);
    },
    [failureText],
  );

  return { busy, error, run };
};
