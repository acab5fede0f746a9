import { useEffect, useRef } from 'react';
import { useEditingId } from '@/features/messages/message-actions';
import type { Row } from './rows';

/** Brings the message that is being edited into view: the arrow in an empty composer edits one from afar. */
export const useShowEdited = (rows: readonly Row[], show: (index: number) => void) => {
  const editingId = useEditingId();
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (editingId === shown.current) return;
    shown.current = editingId;
    if (editingId === null || document.querySelector(`article[data-message="${CSS.escape(editingId)}"]`))
      return;
    const index = rows.findIndex((row) => row.kind === 'message' && row.item.message?.id === editingId);
    if (index >= 0) show(index);
  }, [editingId, rows, show]);
};
