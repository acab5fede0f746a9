import { useRef, useState } from 'react';
import { onKeys } from '@/features/keyboard/use-bindings';
import { useLongPress } from '@/lib/use-long-press';
import type { ContextMenu } from './room-context-menu';

const linkOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('a[data-room]') : null;

/**
 * Opens a room's menu from its link: by the other mouse button, by a finger that rests on it, by the keyboard's own
 * menu key. One set of listeners on the list, so that no row renders for it.
 */
export const useContextMenu = () => {
  const [asked, setAsked] = useState<ContextMenu | null>(null);
  const touched = useRef<HTMLElement | null>(null);
  const isPressed = useRef(false);

  const ask = (link: HTMLElement | null, at?: { x: number; y: number }) => {
    const roomId = link?.dataset.room;
    if (!link || !roomId) return false;
    const box = link.getBoundingClientRect();
    // A menu that is asked for by keyboard has no place of its own.
    const { x, y } = at?.x ? at : { x: box.left + 24, y: box.bottom };
    setAsked({ roomId, x, y, link });
    return true;
  };

  const press = useLongPress(() => {
    isPressed.current = ask(touched.current);
  });

  return {
    asked,
    close: () => setAsked(null),
    listeners: {
      ...press,
      onPointerDown: (event: React.PointerEvent) => {
        isPressed.current = false;
        touched.current = linkOf(event.target);
        if (touched.current) press.onPointerDown(event);
      },
      onContextMenu: (event: React.MouseEvent) => {
        press.onContextMenu(event);
        if (event.defaultPrevented) return;
        if (ask(linkOf(event.target), { x: event.clientX, y: event.clientY })) event.preventDefault();
      },
      // The finger that brought up the menu is lifted over the link: no click follows, and no change of focus.
      onTouchEnd: (event: React.TouchEvent) => {
        if (isPressed.current) event.preventDefault();
        isPressed.current = false;
      },
      onKeyDown: (event: React.KeyboardEvent) =>
        onKeys('room', { roomMenu: () => ask(linkOf(event.target)) })(event),
    },
  };
};
