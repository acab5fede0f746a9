import { useEffect } from 'react';

const takesKeys = 'input, textarea, select, button, a, [contenteditable], [role="menu"], [role="dialog"]';

/** Whether a key is the beginning of a text rather than a command, or meant for something else. */
const beginsText = (event: KeyboardEvent) => {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  return !(event.target instanceof Element && event.target.closest(takesKeys));
};

/** Typing anywhere on the page goes into the composer, and so does pasting. */
export const useTypeAnywhere = (field: React.RefObject<HTMLTextAreaElement | null>, wanted: boolean) => {
  useEffect(() => {
    if (!wanted) return;
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && beginsText(event)) field.current?.focus();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!(event.target instanceof Element && event.target.closest(takesKeys))) field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('paste', onPaste, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('paste', onPaste, true);
    };
  }, [field, wanted]);
};
