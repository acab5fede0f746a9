import { useLayoutEffect } from 'react';

/**
 * Keeps a reader who is at the end there, whatever changes: also when messages come in before one of mine that is
 * still on its way, when a row grows, or when the composer takes more room.
 */
export const useStayAtEnd = (
  log: React.RefObject<HTMLElement | null>,
  rows: unknown,
  pinned: React.RefObject<boolean>,
  toEnd: () => void,
) => {
  useLayoutEffect(() => {
    const stay = () => {
      if (pinned.current) toEnd();
    };
    stay();
    const observer = new ResizeObserver(stay);
    if (log.current) observer.observe(log.current);
    return () => observer.disconnect();
  }, [log, rows, pinned, toEnd]);
};
