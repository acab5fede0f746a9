import { useChat } from '@parley/chat-client/react';
import { useCallback, useEffect, useState } from 'react';
import { persistently } from '@/lib/persistently';

const load = () => import('@/features/attachments/take-files');

/** Fetched ahead, as soon as somebody seems to want it. */
export const expectFiles = () => void load().catch(() => undefined);

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false;
const elementOf = ({ target }: Event) => (target instanceof Element ? target : null);
const isElsewhere = (element: Element | null) => element?.closest('input, textarea, [role="dialog"]');

/**
 * Files for a composer: chosen, dropped anywhere on the page, or pasted. Those dropped on a thread are the thread's.
 * Without this the browser would leave the page for a dropped one. Dropped text goes on as it is, and what has text
 * too, as cells of a table have, is pasted as text.
 */
export const useFiles = (place: string, form: React.RefObject<HTMLFormElement | null>) => {
  const chat = useChat();
  const [isOver, setIsOver] = useState(false);

  const take = useCallback(
    (list: FileList | null | undefined) => {
      // The list is emptied as soon as its event is over.
      const files = [...(list ?? [])];
      if (files.length > 0) void persistently(load).then(({ takeFiles }) => takeFiles(chat, place, files));
    },
    [chat, place],
  );

  useEffect(() => {
    const panel = form.current?.closest('section');
    const isMine = (event: Event) => {
      const around = elementOf(event)?.closest('section');
      return panel ? panel === around : !around?.querySelector('#thread-composer');
    };
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      const isHere = isMine(event);
      setIsOver(
        isHere && (event.type === 'dragover' || (event.type === 'dragleave' && !!event.relatedTarget)),
      );
      if (!isHere || event.type === 'dragleave') return;
      event.preventDefault();
      if (event.type === 'drop') take(event.dataTransfer?.files);
      else expectFiles();
    };
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (event.defaultPrevented || !hasFiles(data) || data?.types.includes('text/plain')) return;
      const target = elementOf(event);
      if (!form.current?.contains(target) && (panel || isElsewhere(target))) return;
      event.preventDefault();
      take(data?.files);
    };
    const drags = ['dragover', 'dragleave', 'drop'] as const;
    for (const name of drags) addEventListener(name, onDrag);
    addEventListener('paste', onPaste);
    return () => {
      for (const name of drags) removeEventListener(name, onDrag);
      removeEventListener('paste', onPaste);
    };
  }, [form, take]);

  return { take, isOver };
};
