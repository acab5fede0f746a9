import type { Room, User } from '@parley/shared-types';
import { QueryClient } from '@tanstack/query-core';
import { FactCache } from './cache.js';
import type { ChatOptions } from './chat.js';
import { createApi } from './connection/api.js';
import { Connection } from './connection/connection.js';
import type { Fact } from './connection/fact.js';
import type { OpenSocket } from './connection/socket.js';
import { indexedDbOutboxStore } from './messages/indexeddb-outbox-store.js';
import { Outbox } from './messages/outbox.js';
import { memoryOutboxStore, type OutboxStore } from './messages/outbox-store.js';
import { PointerSender } from './receipts/pointer-sender.js';
import { fetchRooms } from './rooms/room-actions.js';
import { RoomsSync } from './rooms/rooms-sync.js';
import { TimelineSync } from './timeline/timeline-sync.js';
import { TypingPeople } from './typing/typing-people.js';
import { TypingSignal } from './typing/typing-signal.js';
import { People } from './users/people.js';
import { putUsers } from './users/users-cache.js';

export interface ChatSettings extends ChatOptions {
  onFact: (fact: Fact) => void;
  /** What tests replace. */
  openSocket?: OpenSocket | undefined;
  fetch?: typeof fetch | undefined;
  random?: (() => number) | undefined;
}

const defaultStore = (): OutboxStore =>
  typeof indexedDB === 'undefined' ? memoryOutboxStore() : indexedDbOutboxStore();

/** The parts of a chat, and what each gets from the others. */
export const chatParts = (settings: ChatSettings) => {
  const { origin = '', random = Math.random } = settings;
  const session = { token: settings.token };
  const cache = new FactCache(settings.queryClient ?? new QueryClient());
  const learn = (users: readonly User[]) => (cache.users = putUsers(cache.users, users));

  const api = createApi({
    baseUrl: origin,
    headers: (): HeadersInit => (session.token ? { authorization: `Bearer ${session.token}` } : {}),
    ...(settings.fetch ? { fetch: settings.fetch } : {}),
  });
  const connection: Connection = new Connection({
    origin,
    token: () => session.token,
    onFact: settings.onFact,
    onReturn: () => timelines.catchUpAll(),
    random,
    ...(settings.openSocket ? { open: settings.openSocket } : {}),
  });
  const isReady = () => connection.isReady;

  const rooms = new RoomsSync({
    read: () => cache.rooms,
    write: (list) => (cache.rooms = list),
    meId: () => cache.me?.id,
    fetchAll: () => fetchRooms(api),
    fetchOne: (roomId) => api.call('room', { roomId }),
  });
  const timelines: TimelineSync = new TimelineSync({
    command: (name, payload) => connection.command(name, payload),
    read: (roomId) => cache.timeline(roomId),
    write: (window) => {
      cache.setTimeline(window);
      outbox.prune();
    },
    drop: (roomId) => {
      cache.removeTimeline(roomId);
      outbox.prune();
    },
    isReady,
    learn: ({ users, room }: { users: User[]; room?: Room }) => {
      learn(users);
      if (room) rooms.update(room);
    },
  });
  const outbox: Outbox = new Outbox({
    store: settings.outbox ?? defaultStore(),
    read: () => cache.outbox,
    write: (entries) => (cache.outbox = entries),
    send: ({ roomId, clientId, body }) => connection.emit('message:send', { roomId, clientId, body }),
    awaits: (message) => timelines.awaits(message),
    isReady,
    random,
  });
  const reads = new PointerSender({
    send: (roomId, seq) => connection.emit('room:read', { roomId, seq }),
    isReady,
  });
  const deliveries = new PointerSender({
    send: (roomId, seq) => connection.emit('room:delivered', { roomId, seq }),
    isReady,
  });
  const typingPeople = new TypingPeople({
    read: (roomId) => cache.typing(roomId),
    write: (roomId, userIds) => cache.setTyping(roomId, userIds),
    meId: () => cache.me?.id,
  });
  const typingSignal = new TypingSignal((name, roomId) => {
    // Typing that nobody is told of is no loss.
    connection.emit(name, { roomId }).catch(() => undefined);
  });
  const people = new People({
    fetch: async (ids) => (await api.call('findUsers', { ids: ids.join(','), limit: ids.length })).items,
    isKnown: (userId) => userId in cache.users,
    put: learn,
  });

  return {
    session,
    cache,
    learn,
    api,
    connection,
    rooms,
    timelines,
    outbox,
    reads,
    deliveries,
    typingPeople,
    typingSignal,
    people,
  };
};

export type ChatParts = ReturnType<typeof chatParts>;
