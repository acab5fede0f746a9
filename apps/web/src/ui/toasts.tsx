'use client';
import { X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';
import { hideToast, toastStore, type ShownToast } from './toast-store';

const SHOWN_MS = 10_000;

/** Goes by itself, but not while somebody points at it or has the focus in it. */
const Shown = ({ toast, closeLabel }: { toast: ShownToast; closeLabel: string }) => {
  const [held, setHeld] = useState(false);
  const before = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => hideToast(toast), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);

  const close = () => {
    hideToast(toast);
    before.current?.focus();
  };
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ relatedTarget, currentTarget }) => {
        setHeld(true);
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
          before.current = relatedTarget;
      }}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      className="pointer-events-auto flex min-h-12 max-w-[520px] animate-rise items-center gap-3 rounded-lg border border-line bg-raised py-1.5 ps-4 pe-1.5 shadow-pop"
    >
      <p className="min-w-0 flex-1">{toast.text}</p>
      {toast.action && (
        <Button
          look="quiet"
          size="sm"
          onClick={() => {
            toast.action?.run();
            close();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={closeLabel} onClick={close}>
        <X size={17} strokeWidth={1.8} />
      </IconButton>
    </div>
  );
};

/** Where toasts appear; there from the beginning, so that assistive technology hears what comes into it. */
export const Toasts = ({ label, closeLabel }: { label: string; closeLabel: string }) => {
  const toast = useSyncExternalStore(toastStore.subscribe, toastStore.get, toastStore.none);
  const shown = toast && <Shown key={toast.key} toast={toast} closeLabel={closeLabel} />;
  return (
    <section
      aria-label={label}
      className="pointer-events-none fixed inset-x-3 bottom-24 z-30 flex justify-center"
    >
      <div role="status">{!toast?.urgent && shown}</div>
      {toast?.urgent && <div role="alert">{shown}</div>}
    </section>
  );
};
