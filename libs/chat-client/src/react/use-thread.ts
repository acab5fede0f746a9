import type { Message, ThreadState } from '@parley/shared-types';
import { useCallback, useMemo } from 'react';
import { keys } from '../cache.js';
import type { OutboxMessage } from '../messages/outbox-entry.js';
import type { ThreadStates } from '../threads/follows.js';
import type { ThreadWindow } from '../threads/thread-window.js';
import type { TimelineItem } from '../timeline/timeline-item.js';
import type { MessagesById } from '../timeline/timeline-window.js';
import { useChat } from './chat-context.js';
import { useFact } from './use-fact.js';
import { useItems } from './use-items.js';
import { useOpening } from './use-opening.js';

export interface ThreadView {
  /** The thread's first message; undefined while it is not loaded. */
  root: TimelineItem | undefined;
  /** The replies, stored and unsent, ascending. */
  messages: TimelineItem[];
  hasBefore: boolean;
  /** `failed` only while there is nothing to show. */
  status: 'loading' | 'ready' | 'failed';
  error: unknown;
  /** Where I stand in it; undefined while that is not known. */
  state: ThreadState | undefined;
  loadOlder: () => Promise<void>;
  /** Tries again after `failed`. */
  reload: () => void;
}

const NO_MESSAGES: readonly Message[] = [];
const NONE_QUOTED: MessagesById = {};

/** A thread: opens it, keeps it up to date, and pages back. */
export const useThread = (roomId: string, rootId: string): ThreadView => {
  const chat = useChat();
  const window = useFact<ThreadWindow>(keys.thread(rootId));
  const open = useCallback(() => chat.openThread(roomId, rootId), [chat, roomId, rootId]);
  const { error, reload } = useOpening(rootId, open);
  const state = useThreadState(rootId);
  const stored = useMemo(() => (window ? [window.root, ...window.messages] : NO_MESSAGES), [window]);
  const isHere = useCallback((entry: OutboxMessage) => entry.threadRootId === rootId, [rootId]);
  const [root, ...messages] = useItems(roomId, {
    messages: stored,
    quoted: window?.quoted ?? NONE_QUOTED,
    isHere,
  });
  const loadOlder = useCallback(() => chat.loadOlderReplies(rootId), [chat, rootId]);

  return {
    root: window ? root : undefined,
    messages,
    hasBefore: window?.hasBefore ?? false,
    status: window ? 'ready' : error ? 'failed' : 'loading',
    error: window ? null : error,
    state,
    loadOlder,
    reload,
  };
};

/** Where I stand in a thread that I follow or looked at; undefined in others. */
export const useThreadState = (rootId: string): ThreadState | undefined => {
  const select = useCallback((states: ThreadStates) => states[rootId] ?? null, [rootId]);
  return useFact(keys.threadStates, select) ?? undefined;
};

const unreadThreads = (states: ThreadStates) =>
  Object.values(states).filter((state) => state.unreadCount > 0).length;

/** How many threads that I follow have unread replies. */
export const useUnreadThreadCount = (): number => useFact(keys.threadStates, unreadThreads) ?? 0;
