import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { articleOf } from '@/features/messages/article-element';
import type { Row } from '@/features/timeline/rows';

const END_TOLERANCE_PX = 40;
const GLOW_MS = 2_000;

type ThreadScroll = {
  log: React.RefObject<HTMLElement | null>;
  rows: readonly Row[];
  linkedId: string | null;
  /** To be called when something else is on screen. */
  look: () => void;
};

/** Opens a thread at the linked reply, at what is new, or at its end; and stays at the end for who is there. */
export const useThreadScroll = ({ log, rows, linkedId, look }: ThreadScroll) => {
  const pinned = useRef(true);
  const opened = useRef<string | null>(null);
  const [glowing, setGlowing] = useState<string | null>(null);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const place = linkedId ?? '';
    const linked = opened.current !== place && linkedId !== null ? articleOf(linkedId) : undefined;
    const fresh = opened.current === null ? element.querySelector('[data-new]') : null;
    if (linked) {
      linked.scrollIntoView({ block: 'center' });
      setGlowing(linkedId);
    } else if (fresh) fresh.scrollIntoView({ block: 'start' });
    else if (pinned.current) element.scrollTop = element.scrollHeight;
    if (linked || linkedId === null) opened.current = place;
    if (linked || fresh) pinned.current = false;
  }, [log, rows, linkedId]);

  useEffect(() => {
    if (glowing === null) return;
    const timer = setTimeout(() => setGlowing(null), GLOW_MS);
    return () => clearTimeout(timer);
  }, [glowing]);

  const onScroll = useCallback(() => {
    const element = log.current;
    if (!element) return;
    pinned.current = element.scrollHeight - element.clientHeight - element.scrollTop <= END_TOLERANCE_PX;
    look();
  }, [log, look]);

  return { glowing, onScroll };
};
