import { useLayoutEffect, useState } from 'react';
import type { Row } from './rows';
import type { useRowsVirtualizer } from './use-rows-virtualizer';

type Position = {
  virtualizer: ReturnType<typeof useRowsVirtualizer>['virtualizer'];
  rows: readonly Row[];
  ready: boolean;
  linkedId: string | null;
  /** Whether the reader is held at the end from now on. */
  pinned: React.RefObject<boolean>;
};

const linkedIndex = (rows: readonly Row[], id: string | null) =>
  id ? rows.findIndex((row) => row.kind === 'message' && row.item.message?.id === id) : -1;

/** Opens a room where reading goes on: at the linked message, else at what is new, else at the end. */
export const useOpeningPosition = ({ virtualizer, rows, ready, linkedId, pinned }: Position) => {
  const [opened, setOpened] = useState(false);

  useLayoutEffect(() => {
    if (!ready || opened) return;
    const linked = linkedIndex(rows, linkedId);
    const unread = rows.findIndex(({ kind }) => kind === 'new');
    if (linked >= 0) virtualizer.scrollToIndex(linked, { align: 'center' });
    else if (unread >= 0) virtualizer.scrollToIndex(unread, { align: 'start' });
    else virtualizer.scrollToEnd();
    pinned.current = linked < 0 && unread < 0;
    setOpened(true);
  }, [virtualizer, rows, ready, opened, linkedId, pinned]);
};
