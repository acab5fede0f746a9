import 'server-only';
import { cookies } from 'next/headers';
import { THEME_COOKIE, themeOf } from '@/lib/theme';
import { TIME_ZONE_COOKIE, timeZoneOf } from '@/lib/time-zone';

/** What this browser told us to remember. */
export const preferences = async () => {
  const jar = await cookies();
  return {
    theme: themeOf(jar.get(THEME_COOKIE)?.value),
    timeZone: timeZoneOf(jar.get(TIME_ZONE_COOKIE)?.value),
    lastRoom: jar.get('lastRoom')?.value,
  };
};
