import type { Message, Room } from '@parley/shared-types';
import type { OutboxFile } from '../attachments/outbox-file.js';
import { withChanges, type ChangesByMessage } from '../messages/message-changes.js';
import type { OutboxChange, OutboxMessage } from '../messages/outbox-entry.js';
import { messageState } from '../receipts/message-state.js';
import type { DeliveryState, TimelineItem } from './timeline-item.js';
import type { MessagesById } from './timeline-window.js';

export interface ItemsInput {
  /** Stored messages, ascending. */
  messages: readonly Message[];
  /** Those that they quote. */
  quoted: MessagesById;
  /** Entries that belong behind them, in order. */
  unsent: readonly OutboxMessage[];
  changes: ChangesByMessage;
  room: Room | undefined;
  meId: string;
}

type Source = Message | OutboxMessage;
/** What a row is made of, beside its source. */
type Parts = Pick<TimelineItem, 'message' | 'quoted' | 'state'>;

const NO_CHANGES: readonly OutboxChange[] = [];
const NO_FILES: readonly OutboxFile[] = [];

/**
 * Makes rows of stored and unsent messages. A row stays the same object until something of it changes, so that only
 * changed rows render; it remembers the rows it made, for as long as their messages are loaded.
 */
export const timelineItems = () => {
  const rows = new WeakMap<Source, TimelineItem>();
  const changed = new WeakMap<Message, { changes: readonly OutboxChange[]; message: Message }>();

  const row = <From extends Source>(
    source: From,
    message: Message | null,
    quoted: Message | null,
    state: DeliveryState | null,
    make: (source: From, parts: Parts) => TimelineItem,
  ) => {
    const known = rows.get(source);
    if (known?.message === message && known.quoted === quoted && known.state === state) return known;
    const item = make(source, { message, quoted, state });
    rows.set(source, item);
    return item;
  };

  const asChanged = (message: Message, byMessage: ChangesByMessage) => {
    if (byMessage.size === 0) return message;
    const changes = byMessage.get(message.id) ?? NO_CHANGES;
    const known = changed.get(message);
    if (!known && changes === NO_CHANGES) return message;
    if (known && isSame(known.changes, changes)) return known.message;
    const shown = changes === NO_CHANGES ? message : { ...withChanges(message, changes) };
    changed.set(message, { changes, message: shown });
    return shown;
  };

  return ({ messages, quoted, unsent, changes, room, meId }: ItemsInput): TimelineItem[] => {
    const quotedBy = ({ replyToId }: { replyToId: string | null }) => {
      if (replyToId === null) return null;
      const parent = quoted[replyToId] ?? messages.find(({ id }) => id === replyToId);
      return parent ? asChanged(parent, changes) : null;
    };
    const stored = (message: Message) => {
      const state = message.senderId === meId ? messageState(message, room, meId) : null;
      return row(message, asChanged(message, changes), quotedBy(message), state, storedItem);
    };
    const pending = (entry: OutboxMessage) =>
      entry.message
        ? stored(entry.message)
        : row(entry, null, quotedBy(entry), entry.state as DeliveryState, unsentItem);

    const items = messages.map(stored);
    if (unsent.length === 0) return items;
    const seen = new Set(items.map((item) => item.key));
    const kept = unsent.filter((entry) => entry.message || entry.then?.action !== 'remove');
    return [...items, ...kept.map(pending).filter((item) => !seen.has(item.key))];
  };
};

const isSame = (a: readonly OutboxChange[], b: readonly OutboxChange[]) =>
  a.length === b.length && a.every((change, index) => change.clientId === b[index]?.clientId);

/** Unique for ever, and the same before and after the message is stored. */
const keyOf = (senderId: string, clientId: string) => `${senderId}:${clientId}`;

const storedItem = (source: Message, { message, quoted, state }: Parts): TimelineItem => ({
  key: keyOf(source.senderId, source.clientId),
  clientId: source.clientId,
  roomId: source.roomId,
  senderId: source.senderId,
  body: message?.body ?? source.body,
  files: NO_FILES,
  createdAt: source.createdAt,
  mine: state !== null,
  replyToId: source.replyToId,
  threadRootId: source.threadRootId,
  quoted,
  message,
  isPending: message !== source,
  state,
  error: null,
});

const unsentItem = (entry: OutboxMessage, { quoted, state }: Parts): TimelineItem => ({
  key: keyOf(entry.userId, entry.clientId),
  clientId: entry.clientId,
  roomId: entry.roomId,
  senderId: entry.userId,
  body: entry.then?.action === 'edit' ? entry.then.body : entry.body,
  files: entry.files ?? NO_FILES,
  createdAt: entry.createdAt,
  mine: true,
  replyToId: entry.replyToId,
  threadRootId: entry.threadRootId,
  quoted,
  message: null,
  isPending: entry.then !== null,
  state,
  error: entry.error,
});
