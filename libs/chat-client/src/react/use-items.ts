import type { Message } from '@parley/shared-types';
import { useMemo } from 'react';
import { keys } from '../cache.js';
import { changesOf } from '../messages/message-changes.js';
import { unsentOf } from '../messages/outbox-cache.js';
import type { OutboxEntry, OutboxMessage } from '../messages/outbox-entry.js';
import type { TimelineItem } from '../timeline/timeline-item.js';
import { timelineItems } from '../timeline/timeline-items.js';
import type { MessagesById } from '../timeline/timeline-window.js';
import { useFact } from './use-fact.js';
import { useRoom } from './use-rooms.js';

const NO_ENTRIES: readonly OutboxEntry[] = [];

interface Shown {
  messages: readonly Message[];
  quoted: MessagesById;
  /** Which unsent messages of the room belong behind these; must be the same function while nothing changes. */
  isHere: (entry: OutboxMessage) => boolean;
}

/** Rows of stored messages, as my changes will make them, and of those that are still on their way. */
export const useItems = (roomId: string, { messages, quoted, isHere }: Shown): TimelineItem[] => {
  const entries = useFact<readonly OutboxEntry[]>(keys.outbox) ?? NO_ENTRIES;
  const room = useRoom(roomId);
  const meId = useFact<{ id: string }>(keys.me)?.id ?? '';

  const toItems = useMemo(() => timelineItems(), []);
  const changes = useMemo(() => changesOf(entries, roomId), [entries, roomId]);
  const unsent = useMemo(() => unsentOf(entries, roomId).filter(isHere), [entries, roomId, isHere]);
  return useMemo(
    () => toItems({ messages, quoted, unsent, changes, room, meId }),
    [toItems, messages, quoted, unsent, changes, room, meId],
  );
};
