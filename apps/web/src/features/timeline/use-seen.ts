import { useChat } from '@parley/chat-client/react';
import { useCallback, useEffect } from 'react';
import { useWindowFocus } from '@/lib/use-window-focus';

const TOLERANCE_PX = 6;

/** The newest message whose end is on screen, or 0. */
const lastSeenSeq = (log: HTMLElement) => {
  const bottom = log.getBoundingClientRect().bottom + TOLERANCE_PX;
  let seen = 0;
  for (const article of log.querySelectorAll<HTMLElement>('article[data-seq]')) {
    if (article.getBoundingClientRect().bottom <= bottom) seen = Math.max(seen, Number(article.dataset.seq));
  }
  return seen;
};

/**
 * Counts messages as read when they are on screen and somebody looks: this window has the focus. Returns what to
 * call after scrolling; it looks by itself when messages come and when the focus does.
 */
export const useSeen = (roomId: string, log: React.RefObject<HTMLElement | null>, trigger: unknown) => {
  const chat = useChat();
  const focused = useWindowFocus();

  const look = useCallback(() => {
    if (!log.current || !document.hasFocus() || document.visibilityState !== 'visible') return;
    const seq = lastSeenSeq(log.current);
    if (seq > (chat.room(roomId)?.me?.readSeq ?? 0)) chat.markRead(roomId, seq);
  }, [chat, roomId, log]);

  useEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look, focused, trigger]);

  return look;
};
