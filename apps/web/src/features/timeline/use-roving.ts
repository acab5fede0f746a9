import { useLayoutEffect, useRef, useState } from 'react';
import { onKeys } from '@/features/keyboard/use-bindings';
import type { Row } from './rows';

type Roving = {
  log: React.RefObject<HTMLElement | null>;
  rows: readonly Row[];
  /** Brings a row into view, and with it onto the page. */
  scrollTo: (index: number) => void;
};

const isMessage = (row: Row | undefined) => row?.kind === 'message';
const keyOf = (element: Element) => element.closest<HTMLElement>('[data-row]')?.dataset.row ?? null;

/**
 * The messages are one stop for Tab: the one that had the focus last, or the latest. From there the arrow keys lead
 * through all that are loaded, on the page already or not.
 */
export const useRoving = ({ log, rows, scrollTo }: Roving) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const tabbableKey =
    (chosen !== null && rows.some(({ key }) => key === chosen) ? chosen : null) ??
    rows.findLast(isMessage)?.key ??
    null;

  const focusWanted = () => {
    const row = [...(log.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      ({ dataset }) => wanted.current !== null && dataset.row === wanted.current,
    );
    if (!row) return;
    wanted.current = null;
    row.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
  };
  // A message far away is on the page only after the log was scrolled there.
  useLayoutEffect(focusWanted);

  const go = (from: number, step: 1 | -1) => {
    let index = from;
    while (rows[index] && !isMessage(rows[index])) index += step;
    const row = rows[index];
    if (!row) return;
    scrollTo(index);
    setChosen(row.key);
    wanted.current = row.key;
    focusWanted();
  };
  const here = () => rows.findIndex(({ key }) => key === tabbableKey);

  const keys = onKeys('message', {
    nextMessage: () => go(here() + 1, 1),
    previousMessage: () => go(here() - 1, -1),
    firstMessage: () => go(0, 1),
    lastMessage: () => go(rows.length - 1, -1),
  });

  return {
    tabbableKey,
    handlers: {
      onFocus: ({ target }: React.FocusEvent) => setChosen((key) => keyOf(target) ?? key),
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.target === log.current || (event.target as Element).matches('article')) keys(event);
      },
    },
  };
};
