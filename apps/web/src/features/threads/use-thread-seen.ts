import { useChat } from '@parley/chat-client/react';
import { useCallback, useEffect, useRef } from 'react';
import { lastSeenSeq } from '@/features/timeline/last-seen';
import { useWindowFocus } from '@/lib/use-window-focus';

type Seen = { rootId: string; log: React.RefObject<HTMLElement | null>; trigger: unknown };

/** Counts replies as read when they are on screen and somebody looks. Returns what to call after scrolling. */
export const useThreadSeen = ({ rootId, log, trigger }: Seen) => {
  const chat = useChat();
  const focused = useWindowFocus();
  const told = useRef(0);

  const look = useCallback(() => {
    if (!log.current || !document.hasFocus() || document.visibilityState !== 'visible') return;
    const seq = lastSeenSeq(log.current);
    if (seq <= told.current) return;
    told.current = seq;
    chat.markThreadRead(rootId, seq);
  }, [chat, rootId, log]);

  useEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look, focused, trigger]);

  return look;
};
