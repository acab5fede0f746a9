import { useCallback, useRef, useState } from 'react';
import { type Token, tokenAt } from './token';

const isSame = (one: Token | null, other: Token | null) =>
  one?.sign === other?.sign && one?.start === other?.start && one?.typed === other?.typed;

/** The name that is being written at the caret of a field, unless it was waved away. */
export const useToken = (field: React.RefObject<HTMLTextAreaElement | null>) => {
  const [token, setToken] = useState<Token | null>(null);
  const dismissedAt = useRef<number | null>(null);

  /** To be called when the text or the caret has changed. */
  const look = useCallback(() => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    const found = selectionStart === selectionEnd ? tokenAt(value, selectionStart) : null;
    if (found?.start !== dismissedAt.current) dismissedAt.current = null;
    const next = dismissedAt.current === null ? found : null;
    setToken((known) => (isSame(known, next) ? known : next));
  }, [field]);

  const dismiss = useCallback(() => {
    setToken((known) => {
      dismissedAt.current = known?.start ?? null;
      return null;
    });
  }, []);

  const leave = useCallback(() => setToken(null), []);
  return { token, look, dismiss, leave };
};
