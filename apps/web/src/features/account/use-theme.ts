import { useCallback, useState } from 'react';
import { usePageSettings } from '@/features/shell/page-settings';
import { rememberCookie } from '@/lib/browser-cookie';
import { THEME_COOKIE, type Theme, themeOf } from '@/lib/theme';

/** The chosen theme: at once on this page, and from the first byte on the next. */
export const useTheme = () => {
  const { theme: rendered } = usePageSettings();
  const [theme, setTheme] = useState(() => themeOf(document.documentElement.dataset.theme ?? rendered));
  const choose = useCallback((next: Theme) => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    rememberCookie(THEME_COOKIE, next);
  }, []);
  return [theme, choose] as const;
};
