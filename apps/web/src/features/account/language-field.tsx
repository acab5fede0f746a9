'use client';
import { useTranslations } from 'next-intl';
import { tellLookChanged } from '@/features/offline/worker';
import { rememberCookie } from '@/lib/browser-cookie';
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES, localeOf, type Locale } from '@/lib/locale';
import { ChoiceField } from '@/ui/choice-field';

/** The page comes again in the language that is chosen; what was being written is kept. */
const speak = (locale: Locale) => {
  rememberCookie(LOCALE_COOKIE, locale);
  tellLookChanged();
  location.reload();
};

export const LanguageField = () => {
  const t = useTranslations('account');
  return (
    <ChoiceField
      label={t('language')}
      value={localeOf(document.documentElement.lang)}
      onChange={speak}
      options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
    />
  );
};
