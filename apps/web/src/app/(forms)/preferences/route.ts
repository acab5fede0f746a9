import { DENSITY_COOKIE, densityOf } from '@/lib/density';
import { LOCALE_COOKIE, localeOf } from '@/lib/locale';
import { seeOther, textOf } from '@/lib/server/form-reply';
import { THEME_COOKIE, themeOf } from '@/lib/theme';

const YEAR_S = 31_536_000;

const KNOWN = { [THEME_COOKIE]: themeOf, [LOCALE_COOKIE]: localeOf, [DENSITY_COOKIE]: densityOf };

/** Remembers in this browser whatever the form chooses. */
export const POST = async (request: Request) => {
  const form = await request.formData();
  const cookies = Object.entries(KNOWN)
    .filter(([name]) => form.has(name))
    .map(([name, known]) => `${name}=${known(textOf(form, name))}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`);
  return seeOther('/account', cookies);
};
