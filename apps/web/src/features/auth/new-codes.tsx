'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { CodeList } from './code-list';
import { CopyCodes } from './copy-codes';

type NewCodesProps = { codes: readonly string[]; onDone: () => void };

/** Codes that came of signing in over the page. */
export const NewCodes = ({ codes, onDone }: NewCodesProps) => {
  const t = useTranslations('recoveryCodes');
  return (
    <div className="mt-5 grid gap-4">
      <CodeList codes={codes} />
      <CopyCodes codes={codes} />
      <Button type="button" onClick={onDone}>
        {t('continue')}
      </Button>
    </div>
  );
};
