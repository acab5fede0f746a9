import type { Room } from '@parley/shared-types';
import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { clsx } from '@/ui/clsx';

type JumpButtonProps = { room: Room; atEnd: boolean; onJump: () => void };

/** The way back to the latest message; counts what came while the reader was further up. */
export const JumpButton = ({ room, atEnd, onJump }: JumpButtonProps) => {
  const t = useTranslations('timeline');
  const [leftAt, setLeftAt] = useState(room.lastSeq);
  if (atEnd && leftAt !== room.lastSeq) setLeftAt(room.lastSeq);
  if (atEnd) return null;
  const count = room.lastSeq - leftAt;
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
        <ArrowDown size={15} strokeWidth={2.2} aria-hidden="true" />
        {count > 0 ? t('newCount', { count }) : t('jump')}
      </button>
    </div>
  );
};
