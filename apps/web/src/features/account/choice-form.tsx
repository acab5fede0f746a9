import { Button } from '@/ui/button';

type ChoiceFormProps = {
  name: string;
  label: string;
  chosen: string;
  options: readonly { value: string; label: string; lang?: string }[];
};

/** Pick one of a few without a script: each is a button that posts it. */
export const ChoiceForm = ({ name, label, chosen, options }: ChoiceFormProps) => (
  <form method="post" action="/preferences">
    <fieldset className="flex flex-wrap gap-2.5">
      <legend className="mb-1.5 text-[13.5px] font-semibold">{label}</legend>
      {options.map((option) => (
        <Button
          key={option.value}
          look="quiet"
          name={name}
          value={option.value}
          lang={option.lang}
          aria-pressed={option.value === chosen}
        >
          {option.label}
        </Button>
      ))}
    </fieldset>
  </form>
);
