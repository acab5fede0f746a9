import { useChat, type Timeline } from '@parley/chat-client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useVisits } from '@/features/messages/message-actions';
import { messagePath, threadPath } from '@/features/shell/paths';
import { goOnTo } from '@/features/shell/route';
import { usePageSettings } from '@/features/shell/page-settings';
import type { Row } from './rows';

const GLOW_MS = 2_000;

type Linked = {
  roomId: string;
  /** The message that the address asks for. */
  linkedId: string | null;
  rows: readonly Row[];
  timeline: Timeline;
  show: (index: number) => void;
};

const indexOf = (rows: readonly Row[], id: string) =>
  rows.findIndex((row) => row.kind === 'message' && row.item.message?.id === id);

/** Goes to the message that the address names, wherever it is, and lets it glow for a moment. */
export const useLinkedMessage = ({ roomId, linkedId, rows, timeline, show }: Linked) => {
  const chat = useChat();
  const visits = useVisits();
  const { missingMessageId } = usePageSettings();
  const [glowing, setGlowing] = useState<string | null>(null);
  const [missing, setMissing] = useState(missingMessageId);
  const visit = `${linkedId} ${visits}`;
  const shown = useRef('');
  const asked = useRef('');
  const { status, loadAround } = timeline;

  const find = useCallback(
    async (id: string) => {
      const message = await chat.message(id);
      if (message.threadRootId !== null) goOnTo(threadPath(message.roomId, message.threadRootId, id));
      else if (message.roomId !== roomId) goOnTo(messagePath(message.roomId, id));
      else await loadAround(message.seq);
    },
    [chat, roomId, loadAround],
  );

  useEffect(() => {
    if (linkedId === null || linkedId === missing || status !== 'ready' || shown.current === visit) return;
    const index = indexOf(rows, linkedId);
    if (index >= 0) {
      shown.current = visit;
      show(index);
      setGlowing(linkedId);
    } else if (asked.current !== visit) {
      asked.current = visit;
      find(linkedId).catch(() => setMissing(linkedId));
    }
  }, [linkedId, missing, status, visit, rows, show, find]);

  useEffect(() => {
    if (glowing === null) return;
    const timer = setTimeout(() => setGlowing(null), GLOW_MS);
    return () => clearTimeout(timer);
  }, [glowing]);

  return { glowing, isMissing: missing !== null && missing === linkedId };
};
