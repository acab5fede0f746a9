import { useCallback, useRef, useState } from 'react';

export type EdgeState = 'idle' | 'loading' | 'failed';

/** Loads more at one end: once at a time, and after a failure only when asked to. */
export const useEdgeLoading = (load: () => Promise<void>) => {
  const [state, setState] = useState<EdgeState>('idle');
  const busy = useRef(false);

  const run = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setState('loading');
    const next = await load().then(
      () => 'idle' as const,
      () => 'failed' as const,
    );
    busy.current = false;
    setState(next);
  }, [load]);

  return { state, run };
};
