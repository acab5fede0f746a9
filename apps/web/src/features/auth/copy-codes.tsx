'use client';
import { Copy, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useHydrated } from '@/lib/use-hydrated';
import { Button } from '@/ui/button';

const ICON = { size: 16, strokeWidth: 2, 'aria-hidden': true } as const;

/** Ways to keep the codes that need a script. */
export const CopyCodes = ({ codes }: { codes: readonly string[] }) => {
  const t = useTranslations('recoveryCodes');
  const hydrated = useHydrated();
  const [told, setTold] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setTold(t('copied')),
      () => setTold(t('notCopied')),
    );
  if (!hydrated) return null;
  return (
    <div className="flex flex-wrap items-center gap-2.5 print:hidden">
      <Button type="button" look="quiet" onClick={() => void copy()}>
        <Copy {...ICON} />
        {t('copy')}
      </Button>
      <Button type="button" look="quiet" onClick={() => print()}>
        <Printer {...ICON} />
        {t('print')}
      </Button>
      <p role="status" className="text-[13.5px] text-muted">
        {told}
      </p>
    </div>
  );
};
