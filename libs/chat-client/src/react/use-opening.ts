import { useCallback, useEffect, useState } from 'react';

/** Opens what `key` names and says why it could not be opened; null until that is known. `open` must be kept stable. */
export const useOpening = (
  key: string,
  open: () => Promise<void>,
): { error: unknown; reload: () => void } => {
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ key: string; error: unknown } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    open().then(
      () => isCurrent && setFailure(null),
      (error: unknown) => isCurrent && setFailure({ key, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, open, attempt]);

  const reload = useCallback(() => {
    setFailure(null);
    setAttempt((count) => count + 1);
  }, []);
  return { error: failure?.key === key ? failure.error : null, reload };
};
