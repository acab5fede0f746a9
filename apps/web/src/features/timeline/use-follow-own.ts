import type { Timeline } from '@parley/chat-client/react';
import { useEffect, useRef } from 'react';

/** Brings the end into view when I send something, wherever I was reading. */
export const useFollowOwn = ({ messages, hasAfter, loadLatest }: Timeline, toEnd: () => void) => {
  const unsent = messages.findLast(({ mine, message }) => mine && message === null)?.key;
  const followed = useRef(unsent);

  useEffect(() => {
    if (!unsent || unsent === followed.current) return;
    followed.current = unsent;
    if (hasAfter) void loadLatest().then(toEnd, () => undefined);
    else toEnd();
  }, [unsent, hasAfter, loadLatest, toEnd]);
};
