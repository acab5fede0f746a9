import 'server-only';
import { cookies, headers } from 'next/headers';
import { DENSITY_COOKIE, densityOf } from '@/lib/density';
import { LOCALE_COOKIE, localeOf } from '@/lib/locale';
import { THEME_COOKIE, themeOf } from '@/lib/theme';
import { TIME_ZONE_COOKIE, timeZoneOf } from '@/lib/time-zone';

/** What this browser told us to remember, and the language it asks for. */
export const preferences = async () => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  return {
    locale: localeOf(jar.get(LOCALE_COOKIE)?.value, asked.get('accept-language')),
    theme: themeOf(jar.get(THEME_COOKIE)?.value),
    density: densityOf(jar.get(DENSITY_COOKIE)?.value),
    timeZone: timeZoneOf(jar.get(TIME_ZONE_COOKIE)?.value),
    lastRoom: jar.get('lastRoom')?.value,
  };
};
