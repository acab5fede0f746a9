import type { Message, User } from '@parley/shared-types';
import type { ChatParts } from '../chat-parts.js';
import type { Chat } from '../chat.js';
import { CommandFailed } from '../connection/failure.js';
import type { TimelineItem } from '../timeline/timeline-item.js';
import { isDone, withChanges } from './message-changes.js';
import type { MessageChange, OutboxChange } from './outbox-entry.js';

type MessageActions = Pick<
  Chat,
  | 'send'
  | 'retry'
  | 'discard'
  | 'edit'
  | 'remove'
  | 'react'
  | 'pin'
  | 'onRefused'
  | 'onFilesNotKept'
  | 'uploads'
  | 'message'
  | 'pins'
  | 'search'
>;

/** What one can do with messages. */
export const messageActions = (parts: ChatParts): MessageActions => {
  const { api, cache, learn, outbox, refusals, typingSignal, unkeptFiles, uploads } = parts;

  const me = (): User => {
    if (!cache.me) throw new CommandFailed({ code: 'unauthenticated', message: 'Nobody is signed in.' });
    return cache.me;
  };

  const change = (target: Message | TimelineItem, change: MessageChange) => {
    const { id } = me();
    const message = 'seq' in target ? target : target.message;
    if (!message) return outbox.revise(target.clientId, change);
    const pending = cache.outbox.filter(
      (entry): entry is OutboxChange => entry.action !== 'send' && entry.target.id === message.id,
    );
    if (!isDone(withChanges(message, pending), change, id)) outbox.change(id, message, change);
  };

  return {
    send: (roomId, body, { replyToId = null, threadRootId = null } = {}, files = []) => {
      typingSignal.typing(roomId, false);
      return outbox.add(me().id, roomId, body, { replyToId, threadRootId }, files);
    },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),

    edit: (message, body) => change(message, { action: 'edit', body }),
    remove: (message) => change(message, { action: 'remove' }),
    react: (message, emoji, isOn) => change(message, { action: 'react', emoji, isOn }),
    pin: (message, isOn) => change(message, { action: 'pin', isOn }),
    onRefused: (handler) => refusals.on(handler),
    onFilesNotKept: (handler) => unkeptFiles.on(handler),
    uploads: uploads.get,

    message: (messageId) => api.call('message', { messageId }),
    pins: async (roomId) => {
      const { items, users } = await api.call('pins', { roomId });
      learn(users);
      return items;
    },
    search: async (query, cursor) => {
      const page = await api.call('search', { ...query, ...(cursor === undefined ? {} : { cursor }) });
      learn(page.users);
      return page;
    },
  };
};
