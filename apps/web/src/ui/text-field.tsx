import { useId } from 'react';
import { clsx } from './clsx';

type TextFieldProps = Omit<React.ComponentProps<'input'>, 'id'> & {
  label: string;
  hint?: string;
  error?: string | null;
};

/** A labelled line of text; what is wrong with it is said at once to those who don't see it. */
export const TextField = ({ label, hint, error, className, ...rest }: TextFieldProps) => {
  const id = useId();
  const told = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-[13.5px] font-semibold">
        {label}
      </label>
      <input
        id={id}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={told ? `${id}-told` : undefined}
        className="field h-10 w-full rounded-md px-3 text-base touch:h-11 sm:text-[15px]"
        {...rest}
      />
      {told && (
        <p
          id={`${id}-told`}
          role={error ? 'alert' : undefined}
          className={clsx('mt-1.5 text-[13px] leading-5', error ? 'text-danger' : 'text-muted')}
        >
          {told}
        </p>
      )}
    </div>
  );
};
