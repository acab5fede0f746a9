import 'server-only';
import { codeOf } from '@parley/chat-client/server';
import { redirect } from 'next/navigation';
import { messagePath, threadPath } from '@/features/shell/paths';
import { requestApi } from '@/lib/server/request-api';

type Linked = { around: number | undefined; missingMessageId: string | null };

/** Where in a room the message stands that the address asks for. A reply leads on into its thread. */
export const loadLinked = async (
  roomId: string,
  threadId: string | undefined,
  messageId: string | undefined,
): Promise<Linked> => {
  if (!messageId) return { around: undefined, missingMessageId: null };
  const api = await requestApi();
  const message = await api.call('message', { messageId }).catch((error: unknown) => {
    if (['not_found', 'validation_failed', 'forbidden'].includes(codeOf(error))) return null;
    throw error;
  });
  if (!message) return { around: undefined, missingMessageId: messageId };
  const { threadRootId, seq } = message;
  if (threadRootId !== null) {
    if (threadRootId !== threadId) redirect(threadPath(message.roomId, threadRootId, messageId));
    return { around: undefined, missingMessageId: null };
  }
  if (message.roomId !== roomId) redirect(messagePath(message.roomId, messageId));
  return { around: seq, missingMessageId: null };
};
