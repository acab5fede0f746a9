import { lackingOf } from '../attachments/outbox-file.js';
import type { OutboxEntry, OutboxMessage } from './outbox-entry.js';

export type Entries = readonly OutboxEntry[];

/** Adds or replaces entries, in the order in which they were written. */
export const putEntries = (entries: Entries, changed: Entries): Entries => {
  const byId = new Map(entries.map((entry) => [entry.clientId, entry]));
  for (const entry of changed) byId.set(entry.clientId, entry);
  return [...byId.values()].sort((a, b) => a.position - b.position || a.clientId.localeCompare(b.clientId));
};

export const withoutEntries = (entries: Entries, clientIds: readonly string[]): Entries =>
  entries.some((entry) => clientIds.includes(entry.clientId))
    ? entries.filter((entry) => !clientIds.includes(entry.clientId))
    : entries;

/** The messages of a room that are not in its timeline yet, in order. */
export const unsentOf = (entries: Entries, roomId: string): OutboxMessage[] =>
  entries.filter((entry) => entry.action === 'send').filter((entry) => entry.roomId === roomId);

/** What the store should keep of an entry: after a reload nothing is under way, but anything may have been. */
export const atRest = (entry: OutboxEntry): OutboxEntry => {
  const rested: OutboxEntry = entry.state === 'sending' ? { ...entry, state: 'queued' } : entry;
  return rested.action === 'send' ? { ...rested, isTried: true } : rested;
};

/**
 * The entries of a room that go out now, in order. Several may be under way at once, because one connection keeps
 * their order; but of one message one change at a time. What was refused for good stands aside. A message whose files
 * are still going up holds back those written after it in the same room or thread, and nothing else.
 */
export const nextToSend = (entries: Entries, roomId: string, mostUnderWay: number): Entries => {
  const waiting = entries.filter(
    (entry) => entry.roomId === roomId && ['queued', 'sending'].includes(entry.state),
  );
  const free = mostUnderWay - waiting.filter((entry) => entry.state === 'sending').length;
  const changing = new Set<string>();
  const held = new Set<string | null>();
  const next = waiting.filter((entry) => {
    if (entry.action === 'send') {
      if (lackingOf(entry).length > 0) held.add(entry.threadRootId);
      return entry.state === 'queued' && !held.has(entry.threadRootId);
    }
    const isFirst = !changing.has(entry.target.id);
    changing.add(entry.target.id);
    return isFirst && entry.state === 'queued';
  });
  return next.slice(0, Math.max(0, free));
};
