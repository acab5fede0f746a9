import { useRef } from 'react';

const LONG_PRESS_MS = 450;
const TOLERANCE_PX = 10;

/** A click that the same press may still end in would hit what the press has brought up. */
const swallowClick = () => {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const next = new AbortController();
  addEventListener('click', swallow, { capture: true, once: true, signal: next.signal });
  addEventListener('pointerdown', () => next.abort(), { capture: true, once: true });
};

/** React's events also come up from what is shown over the page, the sheet itself for one. */
const isInside = ({ currentTarget, target }: React.SyntheticEvent) =>
  target instanceof Node && currentTarget.contains(target);

/** Calls back when a finger rests on something; moving on, or lifting it, is not meant. */
export const useLongPress = (onLongPress: () => void) => {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const cancel = () => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  };
  return {
    onPointerDown: (event: React.PointerEvent) => {
      const { pointerType, clientX: x, clientY: y } = event;
      cancel();
      if (pointerType === 'mouse' || !isInside(event)) return;
      const timer = setTimeout(() => {
        swallowClick();
        onLongPress();
      }, LONG_PRESS_MS);
      press.current = { timer, x, y };
    },
    onPointerMove: ({ clientX, clientY }: React.PointerEvent) => {
      const { x = clientX, y = clientY } = press.current ?? {};
      if (Math.hypot(clientX - x, clientY - y) > TOLERANCE_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    // The system's own menu would lie over ours.
    onContextMenu: (event: React.MouseEvent) => {
      if ((event.nativeEvent as PointerEvent).pointerType === 'touch') event.preventDefault();
    },
  };
};
