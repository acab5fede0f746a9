import { useLocale, useTranslations } from 'next-intl';
import { useTime } from '@/features/shell/time-context';
import { dayInWords, daysBetween } from '@/lib/time';

/** A day as its reader says it: today, yesterday, Monday 9 March. */
export const useDayLabel = (day: string) => {
  const t = useTranslations('timeline');
  const locale = useLocale();
  const { today } = useTime();
  const ago = daysBetween(day, today);
  if (ago === 0) return t('today');
  return ago === 1 ? t('yesterday') : dayInWords(day, today, locale);
};
