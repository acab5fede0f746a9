'use client';
import { useChat, useRoom } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ComposeField } from '@/features/composer/compose-field';
import { usePageSettings } from '@/features/shell/page-settings';
import { Button } from '@/ui/button';
import { focusMessage } from './article-element';
import { useMessageActions } from './message-actions';

/** A message being rewritten in its place: Enter saves, Escape leaves it as it was. */
export const EditBox = ({ message }: { message: Message }) => {
  const t = useTranslations('message');
  const chat = useChat();
  const actions = useMessageActions();
  const room = useRoom(message.roomId);
  const { maxMessageLength } = usePageSettings();
  const [text, setText] = useState(message.body);
  const [opener] = useState(() => document.activeElement);
  const field = useRef<HTMLTextAreaElement>(null);
  const body = text.trim();
  const excess = body.length - maxMessageLength;

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const close = () => {
    actions.stopEditing();
    // What opened it may be gone: the toolbar is there only while it is pointed at.
    requestAnimationFrame(() => {
      if (opener instanceof HTMLTextAreaElement && opener.isConnected) opener.focus();
      else focusMessage(message.id);
    });
  };

  const save = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!body || excess > 0) return;
    if (body !== message.body) chat.edit(message, body);
    close();
  };

  if (!room) return null;
  return (
    <form
      onSubmit={save}
      className="my-1 rounded-md border border-accent bg-raised shadow-[0_0_0_3px_color-mix(in_oklch,var(--color-accent)_16%,transparent)]"
    >
      <ComposeField
        room={room}
        field={field}
        value={text}
        onChange={setText}
        onEnter={save}
        onEscape={close}
        aria-label={t('editLabel')}
        aria-invalid={excess > 0 || undefined}
        className="px-3 py-2 select-text"
      />
      <div className="flex flex-wrap items-center justify-end gap-2 px-2 pb-2">
        <p role={excess > 0 ? 'alert' : undefined} className="me-auto ps-1 text-xs text-muted">
          {excess > 0 ? t('editTooLong', { excess }) : t('editHint')}
        </p>
        <Button type="button" look="quiet" size="sm" onClick={close}>
          {t('cancel')}
        </Button>
        <Button size="sm" aria-disabled={!body || excess > 0}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
};
