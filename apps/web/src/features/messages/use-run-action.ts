import { useChat } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { messagePath, threadPath } from '@/features/shell/paths';
import { goTo } from '@/features/shell/route';
import { showToast } from '@/ui/toast-store';
import { useMessageActions } from './message-actions';
import { permitted, type ActionId } from './permitted';

const composerOf = (threadRootId: string | null) =>
  document.querySelector<HTMLTextAreaElement>(`${threadRootId ? '#thread-composer' : '#composer'} textarea`);

const linkTo = ({ roomId, id, threadRootId }: Message) =>
  location.origin + (threadRootId ? threadPath(roomId, threadRootId, id) : messagePath(roomId, id));

/** Does one thing with a message, if that is permitted now; tells whether it was. `openPicker` shows the emoji. */
export const useRunAction = (message: Message | null, openPicker: () => void) => {
  const t = useTranslations('message');
  const chat = useChat();
  const failureText = useFailureText();
  const actions = useMessageActions();

  const copy = useCallback(
    (text: string) =>
      navigator.clipboard.writeText(text).then(
        () => showToast({ text: t('copied') }),
        () => showToast({ text: t('notCopied'), urgent: true }),
      ),
    [t],
  );

  return useCallback(
    (id: ActionId): boolean => {
      const room = message ? chat.room(message.roomId) : undefined;
      const inThread = actions.threadRootId !== null;
      if (!message || !permitted(message, { meId: chat.me?.id, room, inThread }).has(id)) return false;
      switch (id) {
        case 'react':
          openPicker();
          break;
        case 'reply':
          actions.replyTo(message);
          composerOf(actions.threadRootId)?.focus();
          break;
        case 'thread':
          goTo(threadPath(message.roomId, message.id));
          break;
        case 'edit':
          actions.edit(message);
          break;
        case 'pin':
          chat.pin(message, message.pinnedAt === null);
          break;
        case 'copyText':
          void copy(message.body);
          break;
        case 'copyLink':
          void copy(linkTo(message));
          break;
        case 'markUnread':
          chat
            .markUnread(message.roomId, message.seq)
            .catch((error: unknown) => showToast({ text: failureText(error), urgent: true }));
          break;
        default:
          actions.openDialog(id, message);
      }
      return true;
    },
    [chat, actions, message, openPicker, copy, failureText],
  );
};
