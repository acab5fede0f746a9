import type { Message, Room } from '@parley/shared-types';
import type { OutboxEntry } from '../messages/outbox-entry.js';
import { messageState } from '../receipts/message-state.js';
import type { DeliveryState, TimelineItem } from './timeline-item.js';
import type { TimelineWindow } from './timeline-window.js';

interface ItemsInput {
  window: TimelineWindow | undefined;
  /** Entries of this room, in order. */
  unsent: readonly OutboxEntry[];
  room: Room | undefined;
  meId: string;
}

/**
 * Makes rows of stored and unsent messages. A row stays the same object until something of it changes, so that only
 * changed rows render; it remembers the rows it made, for as long as their messages are loaded.
 */
export const timelineItems = () => {
  const rows = new WeakMap<Message | OutboxEntry, TimelineItem>();

  const keep = <Source extends Message | OutboxEntry>(
    source: Source,
    state: DeliveryState | null,
    make: (source: Source, state: DeliveryState | null) => TimelineItem,
  ) => {
    const known = rows.get(source);
    if (known && known.state === state) return known;
    const item = make(source, state);
    rows.set(source, item);
    return item;
  };

  return ({ window, unsent, room, meId }: ItemsInput): TimelineItem[] => {
    const stateOf = (message: Message) =>
      message.senderId === meId ? messageState(message, room, meId) : null;
    const stored = (window?.messages ?? []).map((message) => keep(message, stateOf(message), storedItem));
    // Where newer messages are not loaded, what I just wrote has no place yet.
    if (unsent.length === 0 || window?.hasAfter) return stored;

    const seen = new Set(stored.map((item) => item.key));
    const pending = unsent.map((entry) =>
      entry.message
        ? keep(entry.message, stateOf(entry.message), storedItem)
        : keep(entry, entry.state, unsentItem),
    );
    return [...stored, ...pending.filter((item) => !seen.has(item.key))];
  };
};

/** Unique for ever, and the same before and after the message is stored. */
const keyOf = (senderId: string, clientId: string) => `${senderId}:${clientId}`;

const storedItem = (message: Message, state: DeliveryState | null): TimelineItem => ({
  key: keyOf(message.senderId, message.clientId),
  clientId: message.clientId,
  roomId: message.roomId,
  senderId: message.senderId,
  body: message.body,
  createdAt: message.createdAt,
  mine: state !== null,
  message,
  state,
  error: null,
});

const unsentItem = (entry: OutboxEntry, state: DeliveryState | null): TimelineItem => ({
  key: keyOf(entry.userId, entry.clientId),
  clientId: entry.clientId,
  roomId: entry.roomId,
  senderId: entry.userId,
  body: entry.body,
  createdAt: entry.createdAt,
  mine: true,
  message: null,
  state,
  error: entry.error,
});
