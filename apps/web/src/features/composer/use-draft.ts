import { useMe } from '@parley/chat-client/react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const read = (key: string) => {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

const write = (key: string, text: string) => {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
  }
};

/**
 * What is being written in a room, kept over reloads per person and room. Starts empty, as the server's HTML is,
 * and takes over what was typed before the script was there.
 */
export const useDraft = (roomId: string, field: React.RefObject<HTMLTextAreaElement | null>) => {
  const key = `draft:${useMe()?.id ?? ''}:${roomId}`;
  const [text, setText] = useState('');
  const early = useRef('');

  // Before the next render, which would put the empty text back.
  useLayoutEffect(() => {
    early.current ||= field.current?.value ?? '';
  }, [field]);

  useEffect(() => {
    const frame = requestAnimationFrame(() => setText((typed) => typed || early.current || read(key)));
    return () => cancelAnimationFrame(frame);
  }, [key]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
    },
    [key],
  );
  return [text, change] as const;
};
