import { useCallback, useEffect, useRef, useState } from 'react';
import type { useEdgeLoading } from './use-edge-loading';

const NEAR_EDGE_PX = 700;
const END_TOLERANCE_PX = 40;

type Edge = ReturnType<typeof useEdgeLoading>;
type ScrollEdges = {
  log: React.RefObject<HTMLElement | null>;
  /** Anything that changes when the messages do. */
  rows: unknown;
  hasBefore: boolean;
  hasAfter: boolean;
  older: Edge;
  newer: Edge;
  look: () => void;
};

/**
 * Watches where the reader is: loads on before either end is reached, and tells whether they are at the bottom.
 * `pinned` tells the same before the next messages are laid out, and never of a window in the past.
 */
export const useScrollEdges = ({ log, rows, hasBefore, hasAfter, older, newer, look }: ScrollEdges) => {
  const [atEnd, setAtEnd] = useState(true);
  const pinned = useRef(true);
  const { state: olderState, run: runOlder } = older;
  const { state: newerState, run: runNewer } = newer;

  const onScroll = useCallback(() => {
    const element = log.current;
    if (!element) return;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    setAtEnd(below <= END_TOLERANCE_PX);
    pinned.current = below <= END_TOLERANCE_PX && !hasAfter;
    if (hasBefore && olderState === 'idle' && element.scrollTop < NEAR_EDGE_PX) void runOlder();
    if (hasAfter && newerState === 'idle' && below < NEAR_EDGE_PX) void runNewer();
    look();
  }, [log, hasBefore, hasAfter, olderState, newerState, runOlder, runNewer, look]);

  useEffect(() => {
    const frame = requestAnimationFrame(onScroll);
    return () => cancelAnimationFrame(frame);
  }, [onScroll, rows]);

  return { atEnd, pinned, onScroll };
};
