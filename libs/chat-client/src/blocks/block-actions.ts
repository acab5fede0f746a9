import type { Chat } from '../chat.js';
import type { Api } from '../connection/api.js';

type BlockActions = Pick<Chat, 'block' | 'report'>;

/** What one can do about people. The list of those whom I block follows as a fact, to all my devices. */
export const blockActions = (api: Api): BlockActions => ({
  block: async (userId, isBlocked) => {
    await api.call(isBlocked ? 'block' : 'unblock', { userId });
  },
  report: async (about, reason) => {
    await ('messageId' in about
      ? api.call('reportMessage', { ...about, reason })
      : api.call('reportUser', { ...about, reason }));
  },
});
