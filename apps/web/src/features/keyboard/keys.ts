type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** `Mod+Shift+F` → its parts; the last one is the key, which may be a plus itself. */
export const partsOf = (keys: string) => keys.split(/\+(?=.)/);

const isLetter = (key: string) => /^[a-z]$/i.test(key);
const isSign = (key: string) => key.length === 1 && !isLetter(key);

/** A keyboard of another script has the letter where its caption is Latin too. */
const isKey = ({ key, code }: Press, wanted: string) =>
  key.toLowerCase() === wanted.toLowerCase() ||
  (isLetter(wanted) && /[^ -~]/.test(key) && code === `Key${wanted.toUpperCase()}`);

/**
 * Whether a press is these keys, written like `Mod+Shift+F`, `Alt+ArrowDown` or `?`. `Mod` is ⌘ on a Mac and Ctrl
 * elsewhere. For a sign it does not matter whether the layout needs Shift for it.
 */
export const matches = (press: Press, keys: string, onMac = isMac()) => {
  const parts = partsOf(keys);
  const wanted = parts.pop() ?? '';
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  return (
    isKey(press, wanted) &&
    mod === parts.includes('Mod') &&
    !other &&
    press.altKey === parts.includes('Alt') &&
    (isSign(wanted) || press.shiftKey === parts.includes('Shift'))
  );
};

/** Whether these keys would write something, or move the caret, in a text field. */
export const isTyping = (keys: string) => !/^(Mod|Alt)\+|Escape$/.test(keys);
