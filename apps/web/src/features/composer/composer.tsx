'use client';
import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { SendHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import TextareaAutosize from 'react-textarea-autosize';
import { useCodeText } from '@/features/connection/use-code-text';
import { useRoomName } from '@/features/rooms/use-room-name';
import { usePageSettings } from '@/features/shell/page-settings';
import { useHydrated } from '@/lib/use-hydrated';
import { clsx } from '@/ui/clsx';
import { useDraft } from './use-draft';
import { useTypeAnywhere } from './use-type-anywhere';

/** Enter during a composition chooses a candidate; Safari ends the composition first and tells by its key code. */
const isComposing = ({ nativeEvent }: React.KeyboardEvent) =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

const hasMouse = () => matchMedia('(pointer: fine)').matches;

export const Composer = ({ room }: { room: Room }) => {
  const t = useTranslations('composer');
  const chat = useChat();
  const { maxMessageLength, formClientId, formError } = usePageSettings();
  const hydrated = useHydrated();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(room.id, field);
  const codeText = useCodeText(hydrated ? null : formError);
  useTypeAnywhere(field);

  useEffect(() => {
    if (hasMouse()) field.current?.focus({ preventScroll: true });
  }, []);

  const excess = text.trim().length - maxMessageLength;
  const told = excess > 0 ? t('tooLong', { excess, limit: maxMessageLength }) : codeText;
  const name = useRoomName(room);

  const send = (event: React.SyntheticEvent) => {
    event.preventDefault();
    field.current?.focus();
    const body = text.trim();
    if (!body || excess > 0) return;
    chat.send(room.id, body);
    chat.typing(room.id, false);
    setText('');
  };

  const change = (next: string) => {
    setText(next);
    chat.typing(room.id, next.trim() !== '');
  };

  return (
    <form
      id="composer"
      method="post"
      action={`/rooms/${room.id}/send`}
      onSubmit={send}
      className="mx-2.5 flex-none rounded-lg border border-edge/60 bg-raised transition-[border-color,box-shadow] duration-100 focus-within:border-accent focus-within:shadow-[0_0_0_3px_color-mix(in_oklch,var(--color-accent)_16%,transparent)] md:mx-6"
    >
      <input type="hidden" name="clientId" value={formClientId} />
      {told && (
        <p id="composer-told" role="alert" className="px-4 pt-2.5 text-[13px] leading-5 text-danger">
          {told}
        </p>
      )}
      <div className="flex items-end gap-2 p-[7px] pl-4">
        <TextareaAutosize
          ref={field}
          name="body"
          rows={1}
          value={text}
          required={!hydrated}
          dir="auto"
          aria-label={t('label')}
          aria-invalid={told ? true : undefined}
          aria-describedby={told ? 'composer-told' : undefined}
          placeholder={t('placeholder', { kind: room.kind, name })}
          onChange={(event) => change(event.target.value)}
          onBlur={() => chat.typing(room.id, false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) send(event);
          }}
          className="max-h-[40dvh] py-[5px] min-w-0 flex-1 resize-none bg-transparent text-base leading-[22px] outline-none placeholder:text-muted sm:text-[15px] touch:py-[11px]"
        />
        <button
          type="submit"
          aria-disabled={hydrated && (text.trim() === '' || excess > 0)}
          className={clsx(
            'flex h-8 flex-none items-center gap-1.5 rounded-[9px] bg-accent px-3.5 text-sm font-semibold text-on-accent transition-[background-color] duration-100 touch:h-11',
            'hover:bg-accent-deep aria-disabled:cursor-default aria-disabled:hover:bg-accent',
          )}
        >
          {t('send')}
          <SendHorizontal size={15} strokeWidth={2.2} aria-hidden="true" className="max-sm:hidden" />
        </button>
      </div>
    </form>
  );
};
