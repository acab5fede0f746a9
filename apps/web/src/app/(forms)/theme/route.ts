import { seeOther, textOf } from '@/lib/server/form-reply';
import { THEME_COOKIE, themeOf } from '@/lib/theme';

const YEAR_S = 31_536_000;

export const POST = async (request: Request) => {
  const theme = themeOf(textOf(await request.formData(), 'theme'));
  return seeOther('/account', [`${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`]);
};
