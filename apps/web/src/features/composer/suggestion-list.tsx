import { useTranslations } from 'next-intl';
import { useEffect, useId, useImperativeHandle, useState } from 'react';
import { clsx } from '@/ui/clsx';
import type { Suggestion } from './suggestion';

/** What the field's keys do while suggestions are open. */
export type SuggestionKeys = {
  /** Whether the press was meant for the list. */
  press: (key: string) => boolean;
};

type SuggestionListProps = {
  id: string;
  suggestions: readonly Suggestion[];
  keys: React.Ref<SuggestionKeys>;
  onPick: (suggestion: Suggestion) => void;
  onClose: () => void;
  /** The option that the keys are at, as the field must name it. */
  onActive: (optionId: string | null) => void;
};

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Over the field, which keeps the focus; chosen from by arrows and Enter or Tab, by mouse, by finger. */
export const SuggestionList = ({ id, suggestions, keys, onPick, onClose, onActive }: SuggestionListProps) => {
  const t = useTranslations('composer');
  const optionId = useId();
  const [at, setAt] = useState(0);
  const active = Math.min(at, suggestions.length - 1);
  const activeId = active < 0 ? null : `${optionId}-${active}`;

  useEffect(() => {
    onActive(activeId);
    return () => onActive(null);
  }, [activeId, onActive]);

  useImperativeHandle(keys, () => ({
    press: (key) => {
      const chosen = suggestions[active];
      if (!chosen) return false;
      const step = STEPS[key];
      if (step) setAt((active + step + suggestions.length) % suggestions.length);
      else if (key === 'Enter' || key === 'Tab') onPick(chosen);
      else if (key === 'Escape') onClose();
      else return false;
      return true;
    },
  }));

  return (
    <>
      <p role="status" className="sr-only">
        {suggestions.length > 0 && t('suggestionCount', { count: suggestions.length })}
      </p>
      <ul
        id={id}
        role="listbox"
        aria-label={t('suggestions')}
        className={clsx(
          'absolute start-0 end-0 bottom-full z-30 mb-1.5 max-h-[40dvh] max-w-md animate-pop overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-pop',
          suggestions.length === 0 && 'hidden',
        )}
      >
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.key}
            id={`${optionId}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(row) => {
              if (index === active) row?.scrollIntoView({ block: 'nearest' });
            }}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(index)}
            onClick={() => onPick(suggestion)}
            className="flex h-9 cursor-pointer items-center gap-2.5 rounded-[8px] px-2 text-sm aria-selected:bg-pressed touch:h-11"
          >
            <span className="grid size-6 flex-none place-items-center">{suggestion.sign}</span>
            <bdi className="max-w-[70%] flex-none truncate font-medium">{suggestion.label}</bdi>
            {suggestion.detail && <bdi className="min-w-0 truncate text-muted">{suggestion.detail}</bdi>}
          </li>
        ))}
      </ul>
    </>
  );
};
