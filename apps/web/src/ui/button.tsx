import { clsx } from './clsx';

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-deep',
  quiet:
    'border border-line bg-raised text-text hover:bg-hover active:bg-pressed aria-pressed:bg-pressed aria-pressed:ring-1 aria-pressed:ring-edge',
  danger: 'border border-line bg-raised text-danger hover:bg-hover active:bg-pressed',
};

// The least height: a label that its place is too narrow for takes another line.
const SIZES = {
  sm: 'min-h-8 rounded-[9px] px-3 text-[13.5px] touch:min-h-11',
  md: 'min-h-9 rounded-[9px] px-3.5 text-sm touch:min-h-11',
  lg: 'min-h-[46px] rounded-xl px-5 text-[15px]',
};

type Looks = { look?: keyof typeof LOOKS; size?: keyof typeof SIZES };

/** The classes of a button, for links that look like one. */
export const buttonClass = ({ look = 'primary', size = 'md' }: Looks = {}, className?: string) =>
  clsx(
    'inline-flex flex-none items-center justify-center gap-2 font-semibold text-balance transition-colors duration-100',
    'disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50',
    LOOKS[look],
    SIZES[size],
    className,
  );

export const Button = ({ look, size, className, ...rest }: React.ComponentProps<'button'> & Looks) => (
  <button className={buttonClass({ look, size }, className)} {...rest} />
);
