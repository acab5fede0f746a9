import { useChat } from '@parley/chat-client/react';
import { useCallback, useEffect } from 'react';
import { useWindowFocus } from '@/lib/use-window-focus';
import { lastSeenSeq } from './last-seen';

type Seen = {
  roomId: string;
  log: React.RefObject<HTMLElement | null>;
  /** Anything that changes when the messages do. */
  trigger: unknown;
  /** Whether nothing counts as read for now. */
  paused: boolean;
};

/**
 * Counts messages as read when they are on screen and somebody looks: this window has the focus. Returns what to
 * call after scrolling; it looks by itself when messages come and when the focus does.
 */
export const useSeen = ({ roomId, log, trigger, paused }: Seen) => {
  const chat = useChat();
  const focused = useWindowFocus();

  const look = useCallback(() => {
    if (paused || !log.current || !document.hasFocus() || document.visibilityState !== 'visible') return;
    const seq = lastSeenSeq(log.current);
    if (seq > (chat.room(roomId)?.me?.readSeq ?? 0)) chat.markRead(roomId, seq);
  }, [chat, roomId, log, paused]);

  useEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look, focused, trigger]);

  return look;
};
