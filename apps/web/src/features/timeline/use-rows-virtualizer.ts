import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useHydrated } from '@/lib/use-hydrated';
import { estimateRow } from './estimate';
import type { Row } from './rows';

const END_TOLERANCE_PX = 40;

/**
 * Keeps only the rows near the screen in the page, anchored at the end: prepended history moves nothing. In the server's HTML all rows are there; their heights are taken over.
 */
export const useRowsVirtualizer = (rows: readonly Row[], log: React.RefObject<HTMLDivElement | null>) => {
  const hydrated = useHydrated();
  const heights = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    if (hydrated) return;
    for (const element of log.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      heights.current.set(element.dataset.row ?? '', element.getBoundingClientRect().height);
    }
  }, [hydrated, log]);

  const virtualizer = useVirtualizer({
    enabled: hydrated,
    count: rows.length,
    getScrollElement: () => log.current,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize: (index) => heights.current.get(rows[index]?.key ?? '') ?? estimateRow(rows[index]),
    initialOffset: () => log.current?.scrollTop ?? 0,
    overscan: 8,
    paddingEnd: 12,
    anchorTo: 'end',
    scrollEndThreshold: END_TOLERANCE_PX,
    scrollPaddingStart: 48,
  });
  if (hydrated) {
    return {
      virtualizer,
      hydrated,
      items: virtualizer.getVirtualItems(),
      totalSize: virtualizer.getTotalSize(),
    };
  }
  const all = rows.map(({ key }, index) => ({ key, index, start: undefined }));
  return { virtualizer, hydrated, items: all, totalSize: undefined };
};
