'use client';
import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useCodeText } from '@/features/connection/use-code-text';
import { useMessageActions, useReplyTarget } from '@/features/messages/message-actions';
import { useRoomName } from '@/features/rooms/use-room-name';
import { usePageSettings } from '@/features/shell/page-settings';
import { useHydrated } from '@/lib/use-hydrated';
import { onDemand } from '@/lib/on-demand';
import { applyEdit, selectedIn } from './apply-edit';
import { ComposeField } from './compose-field';
import { draftPlace } from './draft-store';
import { ComposerTools } from './composer-tools';
import { useDraftFiles } from './draft-files';
import { LengthLine } from './length-line';
import { replaceBetween } from './text-edit';
import { useDraft } from './use-draft';
import { useFiles } from './use-files';
import { useSend } from './use-send';
import { useTypeAnywhere } from './use-type-anywhere';

const FormatBar = onDemand(() => import('./format-bar').then((module) => module.FormatBar));
const UploadTray = onDemand(() =>
  import('@/features/attachments/upload-tray').then((module) => module.UploadTray),
);
const ConfirmCall = onDemand(() => import('./confirm-call').then((module) => module.ConfirmCall));

const hasMouse = () => matchMedia('(pointer: fine)').matches;

type ComposerProps = {
  room: Room;
  /** The first message of the thread that is written into; null for the room itself. */
  threadRootId?: string | null;
};

export const Composer = ({ room, threadRootId = null }: ComposerProps) => {
  const t = useTranslations('composer');
  const uploads = useTranslations('uploads');
  const chat = useChat();
  const actions = useMessageActions();
  const isReply = useReplyTarget() !== null;
  const { maxMessageLength, formClientId, formError } = usePageSettings();
  const hydrated = useHydrated();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const place = draftPlace(room.id, threadRootId);
  const [text, setText] = useDraft(place, field);
  const { files, refused } = useDraftFiles(place);
  const { take, isOver } = useFiles(place, form);
  const { send, sendFile, asked, confirm, cancel } = useSend(room, threadRootId, () => setText(''));
  const [formats, setFormats] = useState(false);
  const codeText = useCodeText(hydrated ? null : formError);
  const name = useRoomName(room);
  const id = threadRootId ? 'thread-composer' : 'composer';
  useTypeAnywhere(field, threadRootId === null);

  useEffect(() => {
    if (hasMouse()) field.current?.focus({ preventScroll: true });
  }, []);

  const body = text.trim();
  const excess = body.length - maxMessageLength;
  const isEmpty = body === '' && files.length === 0;
  const told = excess > 0 ? t('tooLong', { excess, limit: maxMessageLength }) : codeText;

  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    field.current?.focus();
    if (!isEmpty && excess <= 0) send(body);
  };

  const change = (next: string) => {
    setText(next);
    chat.typing(room.id, next.trim() !== '');
  };

  const leaveReply = () => {
    if (isReply) actions.replyTo(null);
    return isReply;
  };

  const pickEmoji = (emoji: string) => {
    if (!field.current) return;
    const { value, start, end } = selectedIn(field.current);
    applyEdit(field.current, replaceBetween(value, start, end, emoji));
  };

  return (
    <>
      <form
        ref={form}
        id={id}
        method="post"
        encType="multipart/form-data"
        action={`/rooms/${room.id}/send`}
        onSubmit={submit}
        className="relative mx-2.5 flex-none rounded-lg border border-edge/60 bg-raised transition-[border-color,box-shadow] duration-100 focus-within:border-accent focus-within:shadow-[0_0_0_3px_color-mix(in_oklch,var(--color-accent)_16%,transparent)] md:mx-6"
      >
        <input type="hidden" name="clientId" value={formClientId} />
        {threadRootId && <input type="hidden" name="threadRootId" value={threadRootId} />}
        <LengthLine id={`${id}-told`} told={told} left={-excess} />
        {formats && (
          <Suspense>
            <FormatBar field={field} />
          </Suspense>
        )}
        {files.length + refused.length > 0 && (
          <Suspense>
            <UploadTray place={place} field={field} />
          </Suspense>
        )}
        <ComposeField
          room={room}
          field={field}
          value={text}
          onChange={change}
          onEnter={submit}
          onEscape={leaveReply}
          onUp={actions.editMyLast}
          name="body"
          aria-label={t(threadRootId ? 'replyLabel' : 'label')}
          aria-invalid={told ? true : undefined}
          aria-describedby={told ? `${id}-told` : undefined}
          placeholder={threadRootId ? t('replyPlaceholder') : t('placeholder', { kind: room.kind, name })}
          onBlur={() => chat.typing(room.id, false)}
          className="px-4 pt-3 pb-1.5 touch:pb-2.5"
        />
        <ComposerTools
          place={place}
          field={field}
          isLive={hydrated}
          hasFormats={formats}
          onFormats={() => setFormats(!formats)}
          onEmoji={pickEmoji}
          onFiles={take}
          onVoice={sendFile}
          sendLabel={t(threadRootId ? 'sendReply' : 'send')}
          isEmpty={isEmpty || excess > 0}
        />
        {isOver && (
          <p className="pointer-events-none absolute inset-0 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-raised text-sm font-semibold text-accent">
            {uploads('drop')}
          </p>
        )}
      </form>
      {asked && (
        <Suspense>
          <ConfirmCall
            all={asked.all}
            count={room.memberCount - 1}
            opener={field}
            onConfirm={confirm}
            onClose={cancel}
          />
        </Suspense>
      )}
    </>
  );
};
