type LoginFieldProps = Omit<React.ComponentProps<'input'>, 'id'> & {
  name: string;
  label: string;
  hint?: string;
  error?: string | null;
  /** Beside the field; the last one has the button there. */
  children?: React.ReactNode;
};

/** One large line of the sign-in form, with what is wrong with it below. */
export const LoginField = ({ name, label, hint, error, children, ...rest }: LoginFieldProps) => {
  const told = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={name} className="mb-1.5 block text-sm font-semibold">
        {label}
      </label>
      <div className="flex gap-2.5">
        <input
          id={name}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={told || undefined}
          className="field h-[46px] min-w-0 flex-1 rounded-xl px-3.5 text-base"
          {...rest}
        />
        {children}
      </div>
      {error && (
        <p
          id={`${name}-error`}
          role="alert"
          className="mt-2.5 text-[13.5px] leading-5 font-medium text-danger"
        >
          {error}
        </p>
      )}
      {hint && (
        <p id={`${name}-hint`} className="mt-2 text-[13px] leading-[19px] text-muted">
          {hint}
        </p>
      )}
    </div>
  );
};
