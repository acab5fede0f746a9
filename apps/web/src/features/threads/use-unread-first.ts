import type { Thread } from '@parley/shared-types';
import { useMemo } from 'react';

/** As the list was when it came: what is read meanwhile stays in its place. */
export const useUnreadFirst = (threads: readonly Thread[]) =>
  useMemo(() => {
    const [unread, read]: [Thread[], Thread[]] = [[], []];
    for (const thread of threads) (thread.state.unreadCount > 0 ? unread : read).push(thread);
    return [...unread, ...read];
  }, [threads]);
