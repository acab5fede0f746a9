import { getRequestConfig } from 'next-intl/server';
import { intlLocaleOf } from '@/lib/locale';
import { preferences } from '@/lib/server/preferences';
import { CATALOGUES } from './catalogues';

export default getRequestConfig(async () => {
  const { locale } = await preferences();
  return { locale: intlLocaleOf(locale), timeZone: 'UTC', messages: CATALOGUES[locale] };
});
