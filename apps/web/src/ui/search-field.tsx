import { Search } from 'lucide-react';
import { clsx } from './clsx';

type SearchFieldProps = Omit<React.ComponentProps<'input'>, 'aria-label'> & { label: string };

/** A line to search with; its label is for those who hear the page, its placeholder for those who see it. */
export const SearchField = ({ label, className, ...rest }: SearchFieldProps) => (
  <div className={clsx('relative', className)}>
    <Search
      size={16}
      strokeWidth={1.8}
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 start-3 -translate-y-1/2 text-muted"
    />
    <input
      aria-label={label}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      className="field h-10 w-full rounded-md pe-3 ps-9 text-base touch:h-11 sm:text-[15px]"
      {...rest}
    />
  </div>
);
