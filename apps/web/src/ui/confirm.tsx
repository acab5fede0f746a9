import { useEffect, useId, useRef } from 'react';
import { Button } from './button';

type ConfirmProps = {
  text: string;
  confirmLabel: string;
  cancelLabel: string;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks once more, in place; the focus is on the way back. */
export const Confirm = ({ text, confirmLabel, cancelLabel, busy, onConfirm, onCancel }: ConfirmProps) => {
  const id = useId();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div role="group" aria-labelledby={id} className="rounded-lg border border-line bg-canvas p-4">
      <p id={id}>{text}</p>
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button type="button" look="danger" disabled={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
        <Button ref={back} type="button" look="quiet" aria-describedby={id} onClick={onCancel}>
          {cancelLabel}
        </Button>
      </div>
    </div>
  );
};
