import { useId } from 'react';

type ChoiceFieldProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; lang?: string }[];
};

/** Pick one of a few that are all in sight. */
export const ChoiceField = <Value extends string>({
  label,
  value,
  onChange,
  options,
}: ChoiceFieldProps<Value>) => {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-[13.5px] font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className="grid h-9 cursor-pointer place-items-center rounded-[9px] border border-line px-3.5 text-sm font-medium hover:bg-hover has-checked:border-edge has-checked:bg-pressed has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent touch:h-11"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
