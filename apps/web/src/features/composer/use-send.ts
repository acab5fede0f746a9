import { useChat } from '@parley/chat-client/react';
import type { OutboxFile } from '@parley/chat-client';
import type { Room } from '@parley/shared-types';
import { useState } from 'react';
import { useMessageActions, useReplyTarget } from '@/features/messages/message-actions';
import { draftFiles, forgetDraftFiles } from './draft-files';
import { draftPlace } from './draft-store';
import { callsAll, mayCallMany } from './calls-many';

type Asked = { body: string; all: 'room' | 'here' };

/** Sends what was written and attached, after a question when it would call a crowd. `sent` clears the field. */
export const useSend = (room: Room, threadRootId: string | null, sent: () => void) => {
  const chat = useChat();
  const actions = useMessageActions();
  const replyToId = useReplyTarget()?.id;
  const [asked, setAsked] = useState<Asked | null>(null);

  const place = draftPlace(room.id, threadRootId);

  const post = (body: string, files: readonly OutboxFile[]) => {
    const to = { ...(replyToId && { replyToId }), ...(threadRootId && { threadRootId }) };
    chat.send(room.id, body, to, files);
    actions.replyTo(null);
  };

  const send = (body: string) => {
    setAsked(null);
    post(body, draftFiles(place).files);
    forgetDraftFiles(place);
    chat.typing(room.id, false);
    sent();
  };

  const submit = async (body: string) => {
    // Without the grammar nobody can tell; then it is sent as anything else is.
    const all = await callsAll(body).catch(() => null);
    if (all) setAsked({ body, all });
    else send(body);
  };

  return {
    send: (body: string) => {
      if (mayCallMany(body, room)) void submit(body);
      else send(body);
    },
    /** Alone, at once: what is being written stays as it is. */
    sendFile: (file: OutboxFile) => post('', [file]),
    asked,
    confirm: () => asked && send(asked.body),
    cancel: () => setAsked(null),
  };
};
