import { useMe } from '@parley/chat-client/react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readDraft, writeDraft } from './draft-store';

/**
 * What is being written in a room or a thread (see `draftPlace`), kept over reloads per person and place. Starts empty,
 * as the server's HTML is, and takes over what was typed before the script was there.
 */
export const useDraft = (place: string, field: React.RefObject<HTMLTextAreaElement | null>) => {
  const me = useMe()?.id ?? '';
  const [text, setText] = useState('');
  const early = useRef('');

  // Before the next render, which would put the empty text back.
  useLayoutEffect(() => {
    early.current ||= field.current?.value ?? '';
  }, [field]);

  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      setText((typed) => typed || early.current || readDraft(me, place)),
    );
    return () => cancelAnimationFrame(frame);
  }, [me, place]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      writeDraft(me, place, next);
    },
    [me, place],
  );
  return [text, change] as const;
};
