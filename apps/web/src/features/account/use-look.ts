import { useCallback, useState } from 'react';
import { tellLookChanged } from '@/features/offline/worker';
import { rememberCookie } from '@/lib/browser-cookie';

/** A choice of how the page looks: at once on this page, and from the first byte on the next. Browser only. */
export const useLook = <Value extends string>(name: string, known: (value: unknown) => Value) => {
  const [value, setValue] = useState(() => known(document.documentElement.dataset[name]));
  const choose = useCallback(
    (next: Value) => {
      setValue(next);
      document.documentElement.dataset[name] = next;
      rememberCookie(name, next);
      tellLookChanged();
    },
    [name],
  );
  return [value, choose] as const;
};
