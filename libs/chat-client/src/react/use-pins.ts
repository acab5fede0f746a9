import type { Message } from '@parley/shared-types';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '../cache.js';
import { changesOf } from '../messages/message-changes.js';
import type { OutboxEntry } from '../messages/outbox-entry.js';
import { pinsWithChanges } from '../messages/pins.js';
import { useChat } from './chat-context.js';
import { useFact } from './use-fact.js';

export interface Pins {
  /** The latest pin first. */
  items: Message[];
  isLoading: boolean;
  error: Error | null;
}

const NONE: Message[] = [];
const NO_ENTRIES: readonly OutboxEntry[] = [];

/** The pinned messages of a room, as my changes will make them. */
export const usePins = (roomId: string): Pins => {
  const chat = useChat();
  const entries = useFact<readonly OutboxEntry[]>(keys.outbox) ?? NO_ENTRIES;
  const { data, isFetching, error } = useQuery({
    queryKey: keys.pins(roomId),
    queryFn: () => chat.pins(roomId),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const items = useMemo(
    () => (data ? pinsWithChanges(data, changesOf(entries, roomId)) : NONE),
    [data, entries, roomId],
  );
  return { items, isLoading: isFetching, error };
};
