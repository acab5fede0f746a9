'use client';
import { useUser } from '@parley/chat-client/react';
import type { User } from '@parley/shared-types';
import { useLocale, useTranslations } from 'next-intl';
import { useTime } from '@/features/shell/time-context';
import { clockTime, dayInWords, dayOf } from '@/lib/time';

/** How a person is, in words: their status, or when they were last here. '' without a person. */
export const useStatusText = (person: User | undefined) => {
  const t = useTranslations('presence');
  const locale = useLocale();
  const { timeZone, today } = useTime();
  const live = useUser(person?.id ?? '') ?? person;
  if (!live) return '';
  if (live.status !== 'offline' || !live.lastSeenAt) return t(live.status);
  const day = dayOf(live.lastSeenAt, timeZone);
  const time = clockTime(live.lastSeenAt, timeZone, locale);
  return day === today
    ? t('lastSeenToday', { time })
    : t('lastSeen', { day: dayInWords(day, today, locale), time });
};
