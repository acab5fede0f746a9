import { useCallback } from 'react';
import type { useRowsVirtualizer } from './use-rows-virtualizer';

type Virtualizer = ReturnType<typeof useRowsVirtualizer>['virtualizer'];

/** Brings a row to the middle of the log, and lets go of its end. */
export const useShow = (virtualizer: Virtualizer, pinned: React.RefObject<boolean>) =>
  useCallback(
    (index: number) => {
      pinned.current = false;
      virtualizer.scrollToIndex(index, { align: 'center' });
    },
    [virtualizer, pinned],
  );
