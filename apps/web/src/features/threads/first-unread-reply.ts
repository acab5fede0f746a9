import type { TimelineItem } from '@parley/chat-client/react';

/** The first reply of somebody else after what I had read; null when there is none, or when I read nothing yet. */
export const firstUnreadReply = (replies: readonly TimelineItem[], readSeq: number | null) =>
  readSeq === null || readSeq === 0
    ? null
    : (replies.find(({ message, mine }) => message !== null && message.seq > readSeq && !mine)?.message
        ?.seq ?? null);
