'use client';
import { ArrowDown, AtSign } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';

type JumpPillProps = { count: number; mentioned: boolean; onJump: () => void };

/** What is pressed to come to the latest message. */
export const JumpPill = ({ count, mentioned, onJump }: JumpPillProps) => {
  const t = useTranslations('timeline');
  const Icon = mentioned ? AtSign : ArrowDown;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 z-10 flex justify-center">
      <button
        type="button"
        onClick={onJump}
        className={clsx(
          'pointer-events-auto flex h-8 animate-rise items-center gap-1.5 rounded-full border px-3.5 text-[13px] font-semibold shadow-pop touch:h-11',
          count > 0
            ? 'border-transparent bg-accent text-on-accent hover:bg-accent-deep'
            : 'border-line bg-raised hover:bg-hover',
        )}
      >
        <Icon size={15} strokeWidth={2.2} aria-hidden="true" />
        {count > 0 ? t('newCount', { count }) : t('jump')}
        {mentioned && <span>· {t('mentioned')}</span>}
      </button>
    </div>
  );
};
