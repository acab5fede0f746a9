'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { isMac, partsOf } from './keys';

const never = () => () => {};
const elsewhere = () => false;

const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** The words on the keys of the keyboard in use. The server assumes that it is not a Mac's. */
export const useKeyNames = () => {
  const t = useTranslations('keyboard.key');
  const onMac = useSyncExternalStore(never, isMac, elsewhere);
  const nameOf = (part: string) => {
    if (onMac && MAC[part]) return MAC[part];
    return t.has(part as 'Mod') ? t(part as 'Mod') : (ARROWS[part] ?? part);
  };
  return (keys: string) => partsOf(keys).map(nameOf);
};

/** One combination of keys as a reader knows them. */
export const Keys = ({ keys }: { keys: string }) => {
  const names = useKeyNames()(keys);
  return (
    <span dir="ltr" className="inline-flex gap-1">
      {names.map((name) => (
        <kbd
          key={name}
          className="min-w-6 rounded-[5px] border border-line bg-canvas px-1.5 text-center font-sans text-xs leading-[22px] font-medium text-text"
        >
          {name}
        </kbd>
      ))}
    </span>
  );
};
