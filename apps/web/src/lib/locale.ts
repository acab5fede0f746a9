export const LOCALES = ['en', 'de', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = 'locale';

/** What each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', de: 'Deutsch', ar: 'العربية' };

const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The languages of an `Accept-Language` header, the dearest first. */
const wishes = (header: string) =>
  header
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);

/** The language that was chosen, else the one a browser asks for, else English. */
export const localeOf = (chosen: unknown, acceptLanguage?: string | null): Locale =>
  isLocale(chosen)
    ? chosen
    : (wishes(acceptLanguage ?? '')
        .map(({ language }) => language)
        .find(isLocale) ?? 'en');

/** Where lines begin, for a language or its Intl form. */
export const directionOf = (locale: string) => (/^ar\b/.test(locale) ? 'rtl' : 'ltr');

/** The language as Intl takes it. Engines do not agree on the digits of Arabic; ours are those of the page. */
export const intlLocaleOf = (locale: Locale) => (locale === 'ar' ? 'ar-u-nu-latn' : locale);
