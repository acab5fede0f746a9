import type { TimelineItem } from '@parley/chat-client/react';

export type Folded = { item: TimelineItem; seenSeq: number | undefined; repliedAt: string | null };

/**
 * Leaves out the replies in threads. What stands before them is seen together with them, and what began their thread
 * knows when the last of them came.
 */
export const fold = (items: readonly TimelineItem[]): Folded[] => {
  const repliedAt = new Map<string, string>();
  for (const { threadRootId, createdAt, message } of items) {
    if (threadRootId !== null && !message?.deletedAt) repliedAt.set(threadRootId, createdAt);
  }
  const shown: Folded[] = [];
  for (const item of items) {
    const before = shown.at(-1);
    if (item.threadRootId === null) {
      const replied = item.message ? repliedAt.get(item.message.id) : undefined;
      shown.push({ item, seenSeq: item.message?.seq, repliedAt: replied ?? null });
    } else if (item.message && before?.seenSeq !== undefined) {
      before.seenSeq = item.message.seq;
    }
  }
  return shown;
};
