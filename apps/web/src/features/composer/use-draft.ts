import { useMe } from '@parley/chat-client/react';
import { useCallback, useEffect, useState } from 'react';

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

  useEffect(() => {
    const frame = requestAnimationFrame(() => setText(field.current?.value || read(key)));
    return () => cancelAnimationFrame(frame);
  }, [key, field]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
    },
    [key],
  );
  return [text, change] as const;
};
