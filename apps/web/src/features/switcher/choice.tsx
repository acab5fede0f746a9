'use client';
import { Command } from 'cmdk';

type ChoiceProps = {
  /** Unlike every other choice's. */
  value: string;
  sign: React.ReactNode;
  name: string;
  hint?: string | null;
  onChoose: () => void;
  children?: React.ReactNode;
};

export const Choice = ({ value, sign, name, hint, onChoose, children }: ChoiceProps) => (
  <Command.Item
    value={value}
    onSelect={onChoose}
    className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-[8px] px-2.5 data-[selected=true]:bg-hover data-[selected=true]:shadow-[inset_0_0_0_1px_var(--color-line)] touch:min-h-11"
  >
    {sign}
    <span className="min-w-0 flex-1 truncate">
      <bdi>{name}</bdi>
      {hint && (
        <span className="ms-2 text-[13px] text-muted">
          <bdi>{hint}</bdi>
        </span>
      )}
    </span>
    {children}
  </Command.Item>
);
