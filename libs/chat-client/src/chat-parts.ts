import type { Message, User } from '@parley/shared-types';
import { QueryClient } from '@tanstack/query-core';
import { Announcements } from './announcements.js';
import { LazyUploads } from './attachments/lazy-uploads.js';
import type { PostFile } from './attachments/post-file.js';
import { Blocks } from './blocks/blocks.js';
import { FactCache } from './cache.js';
import type { ChatOptions, Refusal } from './chat.js';
import { createApi } from './connection/api.js';
import { Connection } from './connection/connection.js';
import type { Fact } from './connection/fact.js';
import type { OpenSocket } from './connection/socket.js';
import { tokenOf } from './connection/token.js';
import { indexedDbDeviceStore } from './device/indexeddb-device-store.js';
import { Keeper } from './device/keeper.js';
import { indexedDbOutboxStore } from './messages/indexeddb-outbox-store.js';
import { LiveLists } from './live-lists.js';
import { sendEntry } from './messages/send-entry.js';
import { Outbox } from './messages/outbox.js';
import { memoryOutboxStore, type OutboxStore } from './messages/outbox-store.js';
import { PointerSender } from './receipts/pointer-sender.js';
import { fetchRooms } from './rooms/room-actions.js';
import { RoomsSync } from './rooms/rooms-sync.js';
import { fetchFollowed } from './threads/thread-actions.js';
import { Follows } from './threads/follows.js';
import { ThreadSync } from './threads/thread-sync.js';
import type { News } from './timeline/live-windows.js';
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
  postFile?: PostFile | undefined;
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
    headers: async (): Promise<HeadersInit> => {
      const token = await tokenOf(session.token);
      return token ? { authorization: `Bearer ${token}` } : {};
    },
    ...(settings.fetch ? { fetch: settings.fetch } : {}),
  });
  const connection: Connection = new Connection({
    origin,
    token: () => tokenOf(session.token),
    renewsToken: () => typeof session.token === 'function',
    onFact: settings.onFact,
    onReturn: () => {
      timelines.catchUpAll();
      threads.catchUpAll();
    },
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
    onMissed: () => void follows.refetch(),
  });
  const learnNews = ({ users, room, messages = [] }: News) => {
    learn(users);
    follows.missed(messages);
    if (room) rooms.update(room);
  };
  /** A later state of a message, wherever it is shown. */
  const revise = (message: Message) => {
    timelines.revise(message);
    threads.revise(message);
    rooms.revise(message);
    lists.changed(message);
  };
  const lists = new LiveLists(cache.queryClient);
  const refusals = new Announcements<Refusal>();
  const unkeptFiles = new Announcements<void>();
  const uploads = new LazyUploads(async () => {
    const { createUploads } = await import('./attachments/create-uploads.js');
    return createUploads({
      api,
      origin,
      token: () => tokenOf(session.token),
      random,
      post: settings.postFile,
    });
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
    learn: learnNews,
  });
  const threads: ThreadSync = new ThreadSync({
    fetch: async (messageId, before) => {
      const question = api.call('thread', { messageId, ...(before === undefined ? {} : { before }) });
      await follows.learn(question.then(({ state }) => [state]));
      const page = await question;
      learn(page.users);
      return page;
    },
    changes: (question) => connection.command('room:changes', question),
    read: (rootId) => cache.thread(rootId),
    write: (window) => {
      cache.setThread(window);
      outbox.prune();
    },
    drop: (rootId) => {
      cache.removeThread(rootId);
      outbox.prune();
    },
    isReady,
    learn: learnNews,
  });
  const follows: Follows = new Follows({
    read: () => cache.threadStates,
    write: (states) => (cache.threadStates = states),
    meId: () => cache.me?.id,
    isOpen: (rootId) => cache.thread(rootId) !== undefined,
    fetchAll: () => fetchFollowed(api),
    fetchOne: async (messageId) => (await api.call('thread', { messageId, limit: 1 })).state,
    isReady,
  });
  const outbox: Outbox = new Outbox({
    store: settings.outbox ?? defaultStore(),
    read: () => cache.outbox,
    write: (entries) => (cache.outbox = entries),
    send: (entry) => sendEntry(connection, entry),
    awaits: (message) => timelines.awaits(message) || threads.awaits(message),
    changed: revise,
    files: {
      upload: async (file) => (await uploads.get()).whenDone(file),
      drop: (files, arePosted) => void uploads.drop(files, arePosted),
      notKept: () => unkeptFiles.tell(),
    },
    refused: ({ action, target }, error) => refusals.tell({ action, message: target, error }),
    isReady,
    random,
  });
  const reads = new PointerSender({
    send: async (roomId, seq) => {
      const result = await connection.emit('room:read', { roomId, seq });
      rooms.receive({ name: 'unread:updated', payload: { roomId, ...result } });
    },
    epochOf: (roomId) => cache.rooms.find(({ id }) => id === roomId)?.me?.readEpoch ?? 0,
    isReady,
  });
  const threadReads = new PointerSender({
    send: (messageId, seq) =>
      follows.learn(connection.emit('thread:read', { messageId, seq }).then((state) => [state])),
    isReady,
  });
  const deliveries = new PointerSender({
    send: (roomId, seq) => connection.emit('room:delivered', { roomId, seq }),
    isReady,
  });
  const keeper = new Keeper({
    store: settings.device ?? (typeof indexedDB === 'undefined' ? undefined : indexedDbDeviceStore()),
    cache,
    openRooms: () => timelines.rooms(),
    reads: () => ({ rooms: reads.pending(), threads: threadReads.pending() }),
    resumeReads: (pending) => {
      for (const { key, seq, epoch } of pending.rooms) {
        rooms.moveMine(key, { readSeq: seq, readEpoch: epoch });
        reads.move(key, seq, epoch);
      }
      for (const { key, seq } of pending.threads) {
        follows.read(key, seq);
        threadReads.move(key, seq);
      }
    },
  });
  const blocks = new Blocks({
    fetch: async () => (await api.call('blocks')).items.map(({ id }) => id),
    read: () => cache.blocks,
    write: (userIds) => (cache.blocks = userIds),
  });
  const typingPeople = new TypingPeople({
    read: (roomId) => cache.typing(roomId),
    write: (roomId, userIds) => cache.setTyping(roomId, userIds),
    meId: () => cache.me?.id,
    isBlocked: (userId) => cache.blocks?.includes(userId) ?? false,
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
    threads,
    follows,
    lists,
    outbox,
    refusals,
    unkeptFiles,
    uploads,
    reads,
    threadReads,
    deliveries,
    keeper,
    blocks,
    typingPeople,
    typingSignal,
    people,
  };
};

export type ChatParts = ReturnType<typeof chatParts>;
