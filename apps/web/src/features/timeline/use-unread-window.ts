import type { Timeline } from '@parley/chat-client/react';
import { useEffect, useState } from 'react';

/**
 * When more is unread than was loaded, goes to where reading stopped. True once the right messages are there, also
 * when going there failed: then the latest ones are shown.
 */
export const useUnreadWindow = (timeline: Timeline, readSeq: number | null, wanted: boolean) => {
  const [done, setDone] = useState(false);
  const { messages, hasBefore, status, loadAround } = timeline;
  const first = messages[0]?.message?.seq;
  const missing =
    !done &&
    wanted &&
    status === 'ready' &&
    readSeq !== null &&
    hasBefore &&
    first !== undefined &&
    first > readSeq + 1;

  useEffect(() => {
    if (!missing || readSeq === null) return;
    void loadAround(readSeq + 1)
      .catch(() => undefined)
      .finally(() => setDone(true));
  }, [missing, readSeq, loadAround]);

  return !missing;
};
