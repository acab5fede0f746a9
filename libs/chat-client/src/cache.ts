import type { Room, User } from '@parley/shared-types';
import { notifyManager, QueryClient } from '@tanstack/query-core';
import type { OutboxEntry } from './messages/outbox-entry.js';
import type { ThreadStates } from './threads/follows.js';
import type { ThreadWindow } from './threads/thread-window.js';
import type { TimelineWindow } from './timeline/timeline-window.js';

export type UsersById = Readonly<Record<string, User>>;

/** The keys under which facts live in the `QueryClient`. */
export const keys = {
  me: ['me'] as const,
  rooms: ['rooms'] as const,
  users: ['users'] as const,
  outbox: ['outbox'] as const,
  timeline: (roomId: string) => ['timeline', roomId] as const,
  typing: (roomId: string) => ['typing', roomId] as const,
  thread: (rootId: string) => ['thread', rootId] as const,
  threadStates: ['thread-states'] as const,
  threads: ['threads'] as const,
  allPins: ['pins'] as const,
  pins: (roomId: string) => ['pins', roomId] as const,
  archivedRooms: ['archived-rooms'] as const,
  blocks: ['blocks'] as const,
};

const NO_ROOMS: readonly Room[] = [];
const NO_USERS: UsersById = {};
const NO_ENTRIES: readonly OutboxEntry[] = [];
const NO_STATES: ThreadStates = {};
const NO_IDS: readonly string[] = [];

/**
 * The facts, typed. Written only with what the pure functions made of them: these share what did not change, so
 * the query client must not compare deeply, nor forget anything by itself.
 */
export class FactCache {
  constructor(readonly queryClient: QueryClient) {
    for (const root of [
      'me',
      'rooms',
      'users',
      'outbox',
      'timeline',
      'typing',
      'thread',
      'thread-states',
      'blocks',
    ]) {
      queryClient.setQueryDefaults([root], {
        structuralSharing: false,
        staleTime: Infinity,
        gcTime: Infinity,
        enabled: false,
      });
    }
  }

  get me() {
    return this.queryClient.getQueryData<User>(keys.me);
  }
  set me(me: User | undefined) {
    this.queryClient.setQueryData(keys.me, me);
  }

  get rooms() {
    return this.queryClient.getQueryData<readonly Room[]>(keys.rooms) ?? NO_ROOMS;
  }
  set rooms(rooms: readonly Room[]) {
    if (rooms !== this.rooms) this.queryClient.setQueryData(keys.rooms, rooms);
  }

  get users() {
    return this.queryClient.getQueryData<UsersById>(keys.users) ?? NO_USERS;
  }
  set users(users: UsersById) {
    if (users !== this.users) this.queryClient.setQueryData(keys.users, users);
  }

  get outbox() {
    return this.queryClient.getQueryData<readonly OutboxEntry[]>(keys.outbox) ?? NO_ENTRIES;
  }
  set outbox(entries: readonly OutboxEntry[]) {
    if (entries !== this.outbox) this.queryClient.setQueryData(keys.outbox, entries);
  }

  timeline(roomId: string) {
    return this.queryClient.getQueryData<TimelineWindow>(keys.timeline(roomId));
  }
  setTimeline(window: TimelineWindow) {
    if (window !== this.timeline(window.roomId))
      this.queryClient.setQueryData(keys.timeline(window.roomId), window);
  }
  removeTimeline(roomId: string) {
    this.queryClient.removeQueries({ queryKey: keys.timeline(roomId), exact: true });
  }

  thread(rootId: string) {
    return this.queryClient.getQueryData<ThreadWindow>(keys.thread(rootId));
  }
  setThread(window: ThreadWindow) {
    if (window !== this.thread(window.root.id))
      this.queryClient.setQueryData(keys.thread(window.root.id), window);
  }
  removeThread(rootId: string) {
    this.queryClient.removeQueries({ queryKey: keys.thread(rootId), exact: true });
  }

  get threadStates() {
    return this.queryClient.getQueryData<ThreadStates>(keys.threadStates) ?? NO_STATES;
  }
  set threadStates(states: ThreadStates) {
    this.queryClient.setQueryData(keys.threadStates, states);
  }

  /** Undefined while that is not known. */
  get blocks() {
    return this.queryClient.getQueryData<readonly string[]>(keys.blocks);
  }
  set blocks(userIds: readonly string[] | undefined) {
    if (userIds !== this.blocks) this.queryClient.setQueryData(keys.blocks, userIds);
  }

  typing(roomId: string) {
    return this.queryClient.getQueryData<readonly string[]>(keys.typing(roomId)) ?? NO_IDS;
  }
  setTyping(roomId: string, userIds: readonly string[]) {
    this.queryClient.setQueryData(keys.typing(roomId), userIds);
  }
}

/** Observers are told at the end of the current task instead of in a timer: a sent message is in the next frame. */
export const tellObserversSoon = () => notifyManager.setScheduler(queueMicrotask);
