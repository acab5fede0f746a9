export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';

/** What a cookie or form says, or `system` when it says nothing known. */
export const themeOf = (value: unknown): Theme => THEMES.find((theme) => theme === value) ?? 'system';
