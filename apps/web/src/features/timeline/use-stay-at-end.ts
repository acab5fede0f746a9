import { useLayoutEffect } from 'react';

/**
 * Keeps a reader who is at the end there, whatever changes: also when messages come in before one of mine that is
 * still on its way, or a row grows.
 */
export const useStayAtEnd = (rows: unknown, pinned: React.RefObject<boolean>, toEnd: () => void) => {
  useLayoutEffect(() => {
    if (pinned.current) toEnd();
  }, [rows, pinned, toEnd]);
};
