'use client';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { clsx } from './clsx';

const ROW =
  'flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-[8px] px-2.5 text-sm outline-none select-none ' +
  'data-highlighted:bg-hover data-highlighted:shadow-[inset_0_0_0_1px_var(--color-line)] touch:min-h-11';

type MenuProps = {
  trigger: React.ReactNode;
  label: string;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'end';
  triggerRef?: React.Ref<HTMLButtonElement>;
  children: React.ReactNode;
};

export const Menu = ({
  trigger,
  triggerRef,
  label,
  defaultOpen,
  onOpenChange,
  align = 'start',
  children,
}: MenuProps) => (
  // Not modal and not moved elsewhere: the page stays readable around it, and the menu in its landmark.
  <Radix.Root defaultOpen={defaultOpen} onOpenChange={onOpenChange} modal={false}>
    <Radix.Trigger asChild ref={triggerRef}>
      {trigger}
    </Radix.Trigger>
    <Radix.Content
      aria-label={label}
      side="top"
      align={align}
      sideOffset={8}
      collisionPadding={8}
      className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-60 animate-pop overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-pop"
    >
      {children}
    </Radix.Content>
  </Radix.Root>
);

type ItemProps = {
  onSelect: () => void;
  icon?: React.ReactNode;
  danger?: boolean;
  children: React.ReactNode;
};

export const MenuItem = ({ onSelect, icon, danger = false, children }: ItemProps) => (
  <Radix.Item className={clsx(ROW, danger && 'text-danger')} onSelect={onSelect}>
    {icon && <span className={clsx(!danger && 'text-muted')}>{icon}</span>}
    {children}
  </Radix.Item>
);

export type MenuEntry = {
  id: string;
  label: string;
  icon: React.ReactNode;
  danger: boolean;
  run: () => void;
};

export const MenuEntries = ({ entries }: { entries: readonly MenuEntry[] }) =>
  entries.map(({ id, label, icon, danger, run }) => (
    <MenuItem key={id} icon={icon} danger={danger} onSelect={run}>
      {label}
    </MenuItem>
  ));

export const MenuSeparator = () => <Radix.Separator className="mx-1 my-1.5 border-t border-line" />;

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: React.ReactNode }[];
};

/** Pick one of a few; the menu stays open, so that the effect is seen. */
export const MenuChoice = <Value extends string>({ label, value, onChange, options }: ChoiceProps<Value>) => (
  <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)} aria-label={label}>
    <Radix.Label className="px-2.5 pt-1.5 pb-1 text-xs font-semibold text-muted">{label}</Radix.Label>
    {options.map((option) => (
      <Radix.RadioItem
        key={option.value}
        value={option.value}
        className={clsx(ROW, 'data-[state=checked]:font-semibold')}
        onSelect={(event) => event.preventDefault()}
      >
        {option.icon && <span className="text-muted">{option.icon}</span>}
        {option.label}
        <Radix.ItemIndicator className="ms-auto">
          <Check size={16} strokeWidth={2} />
        </Radix.ItemIndicator>
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);
