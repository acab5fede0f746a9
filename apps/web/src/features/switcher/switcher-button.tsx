'use client';
import { useTranslations } from 'next-intl';
import { CornerDownRight } from 'lucide-react';
import { Keys } from '@/features/keyboard/key-names';
import { useOverlay } from '@/features/shell/overlays';

const load = () => import('./switcher');

/** Leads to any room or person by a few letters; without a script to a page that finds them. */
export const SwitcherButton = () => {
  const t = useTranslations('switcher');
  const open = useOverlay();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    open({ name: 'switcher' });
  };
  return (
    <form action="/new" onSubmit={submit} onPointerEnter={() => void load()} className="min-w-0 flex-1">
      <button
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-[34px] w-full items-center gap-2 rounded-md border border-edge/60 bg-canvas ps-2.5 pe-2 text-[13.5px] text-muted transition-colors duration-100 hover:border-edge hover:text-text touch:h-11 touch:text-base"
      >
        <CornerDownRight size={15} strokeWidth={1.8} aria-hidden="true" className="rtl:-scale-x-100" />
        <span className="flex-1 truncate text-start">{t('jump')}</span>
        <span
          aria-hidden="true"
          className="[&_kbd]:min-w-0 [&_kbd]:border-line [&_kbd]:px-1 [&_kbd]:text-[11px] [&_kbd]:leading-4 [&_kbd]:text-muted touch:hidden"
        >
          <Keys keys="Mod+K" />
        </span>
      </button>
    </form>
  );
};
