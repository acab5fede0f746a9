import { useMemo } from 'react';
import { keys } from '../cache.js';
import type { OutboxEntry } from '../messages/outbox-entry.js';
import { timelineItems } from '../timeline/timeline-items.js';
import type { TimelineItem } from '../timeline/timeline-item.js';
import type { TimelineWindow } from '../timeline/timeline-window.js';
import { useChat } from './chat-context.js';
import { useFact } from './use-fact.js';
import { useOpenRoom } from './use-open-room.js';
import { useRoom } from './use-rooms.js';

export interface Timeline {
  /** Stored and unsent messages, ascending. */
  messages: TimelineItem[];
  hasBefore: boolean;
  hasAfter: boolean;
  /** `failed` only while there is nothing to show; it becomes `ready` by itself when the room could be loaded. */
  status: 'loading' | 'ready' | 'failed';
  error: unknown;
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  loadAround: (seq: number) => Promise<void>;
  loadLatest: () => Promise<void>;
  /** Tries again after `failed`. */
  reload: () => void;
}

const NONE: readonly OutboxEntry[] = [];

/** The timeline of a room: opens it, keeps it up to date, and pages in both directions. */
export const useTimeline = (roomId: string): Timeline => {
  const chat = useChat();
  const window = useFact<TimelineWindow>(keys.timeline(roomId));
  const entries = useFact<readonly OutboxEntry[]>(keys.outbox) ?? NONE;
  const room = useRoom(roomId);
  const meId = useFact<{ id: string }>(keys.me)?.id ?? '';
  const { error, reload } = useOpenRoom(roomId);

  const toItems = useMemo(() => timelineItems(), []);
  const unsent = useMemo(() => entries.filter((entry) => entry.roomId === roomId), [entries, roomId]);
  const messages = useMemo(
    () => toItems({ window, unsent, room, meId }),
    [toItems, window, unsent, room, meId],
  );
  const pages = useMemo(
    () => ({
      loadOlder: () => chat.loadOlder(roomId),
      loadNewer: () => chat.loadNewer(roomId),
      loadAround: (seq: number) => chat.loadAround(roomId, seq),
      loadLatest: () => chat.loadLatest(roomId),
    }),
    [chat, roomId],
  );

  return {
    messages,
    hasBefore: window?.hasBefore ?? false,
    hasAfter: window?.hasAfter ?? false,
    status: window ? 'ready' : error ? 'failed' : 'loading',
    error: window ? null : error,
    ...pages,
    reload,
  };
};
