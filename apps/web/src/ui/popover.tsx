'use client';
import { Popover as Radix } from 'radix-ui';

type PopoverProps = {
  label: string;
  /** What it belongs to; the focus goes back there. */
  anchor: React.RefObject<HTMLElement | null>;
  onClose: () => void;
  children: React.ReactNode;
};

/** Open while it is rendered. Closes on Escape and on a press beside it. */
export const Popover = ({ label, anchor, onClose, children }: PopoverProps) => (
  <Radix.Root open onOpenChange={(open) => !open && onClose()}>
    <Radix.Anchor virtualRef={anchor as React.RefObject<HTMLElement>} />
    <Radix.Content
      aria-label={label}
      side="top"
      align="end"
      sideOffset={6}
      collisionPadding={8}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        anchor.current?.focus({ preventScroll: true });
      }}
      className="z-50 max-w-[calc(100vw-16px)] animate-pop rounded-lg border border-line bg-raised p-1.5 shadow-pop outline-none"
    >
      {children}
    </Radix.Content>
  </Radix.Root>
);
