import type { Message, Room, User } from '@parley/shared-types';
import type { FactCache } from '../cache.js';
import type { Pending } from '../receipts/pointer-sender.js';
import type { ThreadStates } from '../threads/follows.js';
import type { TimelineWindow } from '../timeline/timeline-window.js';
import type { Kept } from './device-store.js';

/** Messages kept of a room. */
const MOST_MESSAGES = 100;

/** What is to be told to the server as soon as that is possible. */
export interface PendingReads {
  readonly rooms: readonly Pending[];
  readonly threads: readonly Pending[];
}

export const timelineName = (roomId: string) => `timeline:${roomId}`;

export interface KeptInput {
  cache: FactCache;
  windows: readonly TimelineWindow[];
  /** Rooms by when they were opened, the latest first. */
  recent: readonly string[];
  reads: PendingReads;
}

/** The values by name: one each for what changes by itself, so that only what changed is written. */
export const keptValues = ({ cache, windows, recent, reads }: KeptInput): Map<string, unknown> => {
  const values = new Map<string, unknown>([
    ['me', cache.me],
    ['threads', cache.threadStates],
    ['blocks', cache.blocks],
    ['recent', recent],
    ['reads', reads],
  ]);
  for (const room of cache.rooms) values.set(`room:${room.id}`, room);
  for (const user of Object.values(cache.users)) values.set(`user:${user.id}`, user);
  for (const window of windows) values.set(timelineName(window.roomId), window);
  return values;
};

/** The same, read back. */
export const readKept = (kept: Kept) => {
  const all = <Value>(prefix: string) =>
    [...kept].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value as Value);
  return {
    me: kept.get('me') as User | undefined,
    rooms: all<Room>('room:'),
    users: all<User>('user:'),
    windows: all<TimelineWindow>('timeline:'),
    threads: (kept.get('threads') ?? {}) as ThreadStates,
    blocks: kept.get('blocks') as readonly string[] | undefined,
    recent: (kept.get('recent') ?? []) as string[],
    reads: (kept.get('reads') ?? { rooms: [], threads: [] }) as PendingReads,
  };
};

/** The latest messages of a room, and what they quote; undefined where the latest are not loaded. */
export const latestOf = (window: TimelineWindow): TimelineWindow | undefined => {
  if (window.hasAfter) return undefined;
  if (window.messages.length <= MOST_MESSAGES) return window;
  const messages = window.messages.slice(-MOST_MESSAGES);
  const parents = messages.flatMap(({ replyToId }) => (replyToId ? (window.quoted[replyToId] ?? []) : []));
  const quoted = Object.fromEntries(parents.map((message: Message) => [message.id, message]));
  return { ...window, messages, quoted, hasBefore: true };
};
