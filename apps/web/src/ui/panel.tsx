'use client';
import { X } from 'lucide-react';
import { useMedia } from '@/lib/use-media';
import { clsx } from './clsx';
import { IconButton } from './icon-button';

type PanelProps = {
  title: React.ReactNode;
  label: string;
  closeLabel: string;
  onClose: () => void;
  tools?: React.ReactNode;
  className?: string;
  children: React.ReactNode;
};

/**
 * A third region at the end of the page. Where there is no space for one it is the page: then it is the main region,
 * and what it covers must be hidden by whoever renders both.
 */
export const Panel = ({ title, label, closeLabel, onClose, tools, className, children }: PanelProps) => {
  const alone = useMedia('(max-width: 1023.9px)');
  return (
    <section
      role={alone ? 'main' : 'complementary'}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
      className={clsx(
        'z-20 flex min-h-0 flex-col border-s border-line bg-canvas max-lg:absolute max-lg:inset-0 max-lg:border-s-0 lg:flex-none',
        className,
      )}
    >
      <header className="flex h-[58px] flex-none items-center gap-1 border-b border-line ps-5 pe-3">
        <h2 aria-level={alone ? 1 : 2} className="me-auto min-w-0 truncate font-display text-base font-[650]">
          {title}
        </h2>
        {tools}
        <IconButton label={closeLabel} onClick={onClose}>
          <X size={18} strokeWidth={1.8} />
        </IconButton>
      </header>
      {children}
    </section>
  );
};
