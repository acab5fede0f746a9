import { useTranslations } from 'next-intl';
import { useCodeText } from '@/features/connection/use-code-text';

const OF_CURRENT = 'unauthenticated';
const OF_NEW = 'validation_failed';

/** What was wrong with the form, by the field that it was wrong in. */
export const useCredentialError = (code: string | null) => {
  const t = useTranslations('security.wrong');
  const other = useCodeText(code);
  return {
    current: code === OF_CURRENT ? t('current') : null,
    password: code === OF_NEW ? t('password') : null,
    form: code === OF_CURRENT || code === OF_NEW ? null : code === 'conflict' ? t('conflict') : other,
  };
};
