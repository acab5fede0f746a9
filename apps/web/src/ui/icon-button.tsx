import { clsx } from './clsx';

/** The look of a button that is an icon alone; 44 px where it is touched by a finger. */
export const iconButtonClass = (className?: string) =>
  clsx(
    'grid size-8 flex-none place-items-center rounded-[8px] text-muted transition-colors duration-100',
    'hover:bg-pressed hover:text-text aria-expanded:bg-pressed aria-expanded:text-text touch:size-11',
    className,
  );

type IconButtonProps = Omit<React.ComponentProps<'button'>, 'aria-label'> & { label: string };

export const IconButton = ({ label, className, children, ...rest }: IconButtonProps) => (
  <button type="button" aria-label={label} title={label} className={iconButtonClass(className)} {...rest}>
    {children}
  </button>
);
