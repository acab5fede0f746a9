import { useChat } from '@parley/chat-client/react';
import { useCallback } from 'react';
import type { Row } from './rows';

const rowKey = (node: Node | null) =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-row]')?.dataset.row;

/** Copying more than one message gives "name: text", a line each; a part of one is copied as it is. */
export const useCopyMessages = (rows: readonly Row[]) => {
  const chat = useChat();
  return useCallback(
    (event: React.ClipboardEvent) => {
      const selection = getSelection();
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      if (!range) return;
      const ends = [rowKey(range.startContainer), rowKey(range.endContainer)];
      const [from, to] = ends.map((end) => rows.findIndex(({ key }) => key === end));
      if (from === undefined || to === undefined || from < 0 || to <= from) return;
      const lines = rows.slice(from, to + 1).flatMap((row) => {
        if (row.kind !== 'message') return [];
        const { body, message, senderId } = row.item;
        const names = message?.attachments.map(({ name }) => name) ?? [];
        const said = [body, ...names].filter(Boolean).join('\n');
        return said === '' ? [] : `${chat.user(senderId)?.displayName ?? ''}: ${said}`;
      });
      if (lines.length < 2) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', lines.join('\n'));
    },
    [chat, rows],
  );
};
