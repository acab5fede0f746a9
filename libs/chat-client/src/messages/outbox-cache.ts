import type { OutboxEntry } from './outbox-entry.js';

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

/** What the store should keep of an entry: after a reload nothing is under way. */
export const atRest = (entry: OutboxEntry): OutboxEntry =>
  entry.state === 'sending' ? { ...entry, state: 'queued' } : entry;

/**
 * The entries of a room that go out now, in order. Several may be under way at once, because one connection keeps
 * their order; what was refused for good stands aside.
 */
export const nextToSend = (entries: Entries, roomId: string, mostUnderWay: number): Entries => {
  const waiting = entries.filter(
    (entry) => entry.roomId === roomId && ['queued', 'sending'].includes(entry.state),
  );
  const free = mostUnderWay - waiting.filter((entry) => entry.state === 'sending').length;
  return waiting.filter((entry) => entry.state === 'queued').slice(0, Math.max(0, free));
};
