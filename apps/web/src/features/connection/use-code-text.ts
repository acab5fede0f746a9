import { ERROR_STATUS, type ErrorCode } from '@parley/shared-types';
import { useTranslations } from 'next-intl';

const isCode = (code: string): code is ErrorCode => code in ERROR_STATUS;

/** The sentence for an error code that came in an address, whatever somebody wrote there. */
export const useCodeText = (code: string | null | undefined) => {
  const t = useTranslations('errors');
  return code ? t(isCode(code) ? code : 'internal') : null;
};
