'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { clsx } from './clsx';
import { iconButtonClass } from './icon-button';

type Opener = React.RefObject<HTMLElement | null> | undefined;

type DialogProps = {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Where the focus goes afterwards, when what has it now will be gone: a menu's item. */
  opener?: Opener;
  /** A sheet comes in from the side; a dialog stands in the middle. */
  side?: boolean;
  children: React.ReactNode;
};

const MIDDLE =
  'inset-x-3 top-[max(12px,8dvh)] mx-auto max-h-[min(680px,84dvh)] max-w-[480px] rounded-xl animate-rise';
const SIDE = 'inset-y-0 end-0 w-[min(340px,100vw)] animate-slide';

/** React's own autoFocus would come too early: the dialog must first see where to give the focus back. */
const focusField = (event: Event) => {
  const field = (event.target as HTMLElement).querySelector<HTMLElement>('[data-autofocus]');
  if (!field) return;
  event.preventDefault();
  field.focus();
};

/** Radix gives the focus back to its own trigger; ours may be anything that had it when the dialog was opened. */
const useReturningFocus = (named: Opener) => {
  const [opener] = useState(() => document.activeElement);
  return (event: Event) => {
    event.preventDefault();
    // What the dialog led to may have taken the focus by now.
    if (document.activeElement !== document.body) return;
    if (named?.current) named.current.focus();
    else if (opener instanceof HTMLElement) opener.focus();
  };
};

/** Open while it is rendered, in the browser only. Traps focus, gives it back, closes on Escape and on a press beside it. */
export const Dialog = ({ title, closeLabel, onClose, side = false, children, opener }: DialogProps) => {
  const giveBack = useReturningFocus(opener);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusField}
          onCloseAutoFocus={giveBack}
          className={clsx(
            'fixed z-50 flex flex-col overflow-hidden border border-line bg-raised shadow-pop outline-none',
            side ? SIDE : MIDDLE,
          )}
        >
          <div className="flex items-center gap-3 pt-4 pe-3 pb-1 ps-5">
            <Radix.Title className="font-display text-lg leading-tight font-[650] tracking-[-.01em]">
              {title}
            </Radix.Title>
            <Radix.Close className={iconButtonClass('ms-auto')} aria-label={closeLabel}>
              <X size={18} strokeWidth={1.8} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
