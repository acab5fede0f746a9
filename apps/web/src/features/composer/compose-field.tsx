'use client';
import type { Room } from '@parley/shared-types';
import { Suspense, useCallback, useId, useRef, useState } from 'react';
import { onKeys } from '@/features/keyboard/use-bindings';
import { onDemand } from '@/lib/on-demand';
import { clsx } from '@/ui/clsx';
import { applyEdit, selectedIn } from './apply-edit';
import type { Format } from './formats';
import { isComposing } from './is-composing';
import type { SuggestionKeys } from './suggestion-list';
import { pasteLink, replaceBetween } from './text-edit';
import { useGrowingField } from './use-growing-field';
import { useToken } from './use-token';

const Suggestions = onDemand(() => import('./suggestions').then((module) => module.Suggestions));

type FieldProps = Pick<
  React.ComponentProps<'textarea'>,
  'name' | 'required' | 'placeholder' | 'onBlur' | 'aria-label' | 'aria-invalid' | 'aria-describedby'
>;

type ComposeFieldProps = FieldProps & {
  room: Room;
  field: React.RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  /** Enter, when it is not a candidate's, a suggestion's or a new line's. */
  onEnter: (event: React.KeyboardEvent) => void;
  /** Escape; false when there was nothing to leave. */
  onEscape?: () => boolean | void;
  /** The arrow up in an empty field; true when it was of use. */
  onUp?: () => boolean;
  className?: string;
};

/** Where a message is written, new or again: suggestions for names, keys for formats, links from what is pasted. */
export const ComposeField = ({
  room,
  field,
  value,
  onChange,
  onEnter,
  onEscape,
  onUp,
  onBlur,
  className,
  ...rest
}: ComposeFieldProps) => {
  const listId = useId();
  const { token, look, dismiss, leave } = useToken(field);
  const [optionId, setOptionId] = useState<string | null>(null);
  const keys = useRef<SuggestionKeys>(null);
  useGrowingField(field, value);

  const write = useCallback(
    (text: string) => {
      if (field.current && token)
        applyEdit(field.current, replaceBetween(field.current.value, token.start, token.end, text));
    },
    [field, token],
  );

  const format = (name: Format) =>
    void import('./formats').then((formats) => formats.format(field.current, name));
  const formatKeys = (event: React.KeyboardEvent) =>
    onKeys('composer', {
      bold: () => format('bold'),
      italic: () => format('italic'),
      strike: () => format('strike'),
      code: () => format('code'),
      codeBlock: () => format('codeBlock'),
      link: () => format('link'),
      editLast: () => value === '' && (onUp?.() ?? false),
    })(event);

  const press = (event: React.KeyboardEvent) => {
    if (isComposing(event)) return;
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (token && isPlain && keys.current?.press(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) onEnter(event);
    else if (event.key === 'Escape' && onEscape && onEscape() !== false) event.preventDefault();
    else return formatKeys(event);
    event.stopPropagation();
  };

  const paste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const { clipboardData, currentTarget } = event;
    const linked = pasteLink(selectedIn(currentTarget), clipboardData.getData('text/plain'));
    if (!linked) return;
    applyEdit(currentTarget, linked);
    event.preventDefault();
  };

  return (
    <div className="relative flex min-w-0 flex-1">
      <textarea
        {...rest}
        ref={field}
        rows={1}
        value={value}
        dir="auto"
        aria-autocomplete="list"
        aria-controls={optionId ? listId : undefined}
        aria-activedescendant={optionId ?? undefined}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onSelect={look}
        onBlur={(event) => {
          leave();
          onBlur?.(event);
        }}
        onKeyDown={press}
        onPaste={paste}
        className={clsx(
          'field-sizing-content max-h-[40dvh] min-w-0 flex-1 resize-none bg-transparent text-base leading-[22px] outline-none placeholder:text-muted sm:text-[15px]',
          className,
        )}
      />
      {token && (
        <Suspense>
          <Suggestions
            key={token.sign}
            id={listId}
            token={token}
            room={room}
            keys={keys}
            onWrite={write}
            onClose={dismiss}
            onActive={setOptionId}
          />
        </Suspense>
      )}
    </div>
  );
};
