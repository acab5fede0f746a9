import type { Message } from '@parley/shared-types';
import { useCallback, useMemo } from 'react';
import { keys } from '../cache.js';
import type { TimelineItem } from '../timeline/timeline-item.js';
import type { MessagesById, TimelineWindow } from '../timeline/timeline-window.js';
import { useChat } from './chat-context.js';
import { useFact } from './use-fact.js';
import { useItems } from './use-items.js';
import { useOpening } from './use-opening.js';

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

const NO_MESSAGES: readonly Message[] = [];
const NONE_QUOTED: MessagesById = {};
const everywhere = () => true;
/** Where newer messages are not loaded, what I just wrote has no place yet. */
const nowhere = () => false;

/** The timeline of a room: opens it, keeps it up to date, and pages in both directions. */
export const useTimeline = (roomId: string): Timeline => {
  const chat = useChat();
  const window = useFact<TimelineWindow>(keys.timeline(roomId));
  const open = useCallback(() => chat.openRoom(roomId), [chat, roomId]);
  const { error, reload } = useOpening(roomId, open);
  const messages = useItems(roomId, {
    messages: window?.messages ?? NO_MESSAGES,
    quoted: window?.quoted ?? NONE_QUOTED,
    isHere: window?.hasAfter ? nowhere : everywhere,
  });
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
