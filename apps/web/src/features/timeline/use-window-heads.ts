import type { TimelineItem } from '@parley/chat-client/react';
import { useState } from 'react';

/**
 * The messages that were the first ones loaded at some time. They keep their author line when older ones come
 * before them, so that nothing changes its height under the reader's eyes.
 */
export const useWindowHeads = (messages: readonly TimelineItem[]): ReadonlySet<string> => {
  const [heads, setHeads] = useState<ReadonlySet<string>>(new Set());
  const first = messages[0]?.key;
  if (first !== undefined && !heads.has(first)) setHeads(new Set([...heads, first]));
  return heads;
};
