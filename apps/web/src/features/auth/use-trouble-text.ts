import { useLocale, useTranslations } from 'next-intl';
import { inTime } from '@/lib/in-time';
import type { SignInTrouble } from './sign-in-trouble';

/** The sentence for what was wrong with a sign-in; null when nothing was. */
export const useTroubleText = ({ code, at, ask, retryAfterMs }: SignInTrouble) => {
  const t = useTranslations('login.wrong');
  const errors = useTranslations('errors');
  const locale = useLocale();
  if (code === 'unauthenticated' && at !== 'username') return t(at);
  if (code === 'validation_failed')
    return t(at === 'password' && ask !== 'newPassword' ? 'password' : FIT[at]);
  if (code === 'rate_limited' && retryAfterMs) return t('tooOften', { when: inTime(retryAfterMs, locale) });
  if (code === 'forbidden') return t('closed');
  return code && errors(code);
};

const FIT = { username: 'badName', password: 'weak', recoveryCode: 'recoveryCode' } as const;
