import type { Message } from '@parley/shared-types';
import { attachmentIdsOf } from '../attachments/outbox-file.js';
import type { Connection } from '../connection/connection.js';
import type { OutboxEntry } from './outbox-entry.js';

/** Puts an entry into the command that does it. Each may be sent again without doing more. */
export const sendEntry = (connection: Pick<Connection, 'emit'>, entry: OutboxEntry): Promise<Message> => {
  if (entry.action === 'send') {
    const { roomId, clientId, body, replyToId, threadRootId } = entry;
    const attachmentIds = attachmentIdsOf(entry);
    return connection.emit('message:send', {
      roomId,
      clientId,
      body,
      ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
      ...(replyToId ? { replyToId } : {}),
      ...(threadRootId ? { threadRootId } : {}),
    });
  }
  const messageId = entry.target.id;
  switch (entry.action) {
    case 'edit':
      return connection.emit('message:edit', { messageId, body: entry.body });
    case 'remove':
      return connection.emit('message:delete', { messageId });
    case 'react': {
      const { emoji } = entry;
      return connection.emit(entry.isOn ? 'reaction:add' : 'reaction:remove', { messageId, emoji });
    }
    case 'pin':
      return connection.emit(entry.isOn ? 'message:pin' : 'message:unpin', { messageId });
  }
};
