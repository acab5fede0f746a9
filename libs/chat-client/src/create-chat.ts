import { adoptPanels } from './adopt-panels.js';
import { blockActions } from './blocks/block-actions.js';
import { tellObserversSoon } from './cache.js';
import { chatParts, type ChatSettings } from './chat-parts.js';
import type { Chat, ChatOptions } from './chat.js';
import { FactListeners, type Fact } from './connection/fact.js';
import { CallFailed } from './connection/failure.js';
import { LiveFacts } from './live-facts.js';
import { messageActions } from './messages/message-actions.js';
import { unsentOf } from './messages/outbox-cache.js';
import { readActions } from './receipts/read-actions.js';
import { roomActions } from './rooms/room-actions.js';
import { putRoom } from './rooms/rooms-cache.js';
import type { ChatSnapshot } from './snapshot.js';
import { threadActions } from './threads/thread-actions.js';
import { windowOf } from './timeline/timeline-cache.js';

/** Makes a chat. Nothing is asked or sent before `start`. */
export const createChat = (options: ChatOptions = {}): Chat => assembleChat(options);

/** `createChat` with a seam for tests. */
export const assembleChat = (settings: Omit<ChatSettings, 'onFact'>): Chat => {
  tellObserversSoon();
  const listeners = new FactListeners();
  const onFact = (fact: Fact) => {
    live.receive(fact);
    listeners.tell(fact);
  };
  const parts = chatParts({ ...settings, onFact });
  const { session, cache, learn, api, connection, rooms, timelines, typingPeople, typingSignal } = parts;
  const live = new LiveFacts(parts);

  connection.status.subscribe(() => {
    const { state } = connection.status.get();
    if (state === 'signed-out') parts.keeper.wipe();
    if (state === 'online') return;
    typingPeople.clearAll();
    typingSignal.reset();
  });

  const hydrate = (snapshot: Partial<ChatSnapshot>) => {
    const { me, users = [], rooms: given = [], timeline } = snapshot;
    if (me && cache.me && cache.me.id !== me.id) return;
    if (me) cache.me = me;
    learn([...(me ? [me] : []), ...given.flatMap((room) => room.members), ...users]);
    cache.rooms = given.reduce(putRoom, cache.rooms);
    if (timeline) {
      learn(timeline.users);
      timelines.adopt(windowOf(timeline.roomId, timeline));
    }
    parts.blocks.adopt(snapshot.blocks);
    adoptPanels(parts, snapshot);
  };
  if (settings.snapshot) hydrate(settings.snapshot);

  const self = () => cache.me && (cache.users[cache.me.id] ?? cache.me);

  return {
    queryClient: cache.queryClient,
    api,
    connection: connection.status,
    get me() {
      return self();
    },

    start: () => {
      if (cache.me) {
        void parts.outbox.load(cache.me.id);
        void parts.keeper.start(cache.me.id);
      }
      connection.start();
    },
    stop: () => {
      connection.stop();
      parts.keeper.stop();
      for (const part of [
        parts.outbox,
        timelines,
        parts.threads,
        parts.follows,
        parts.lists,
        rooms,
        parts.people,
      ])
        part.stop();
      for (const pointers of [parts.reads, parts.threadReads, parts.deliveries]) pointers.stop();
      typingPeople.clearAll();
    },
    on: (name, handler) => listeners.on(name, handler),
    hydrate,
    restore: async () => {
      const kept = await parts.keeper.load();
      if (!kept?.me || cache.me) return false;
      hydrate({ me: kept.me, rooms: kept.rooms, users: kept.users });
      const windows = new Map(kept.windows.map((window) => [window.roomId, window]));
      for (const roomId of kept.recent.toReversed()) {
        const window = windows.get(roomId);
        if (window) timelines.adopt(window);
      }
      parts.follows.restore(kept.threads);
      parts.blocks.adopt(kept.blocks);
      return true;
    },

    login: async (given) => {
      const { user, token, recoveryCodes = [] } = await api.call('login', given);
      // A page has its cookie, which no script can read; only programs keep the token.
      if (typeof document === 'undefined') session.token = token;
      cache.me ??= user;
      learn([user]);
      return { user, recoveryCodes };
    },
    logout: async () => {
      await api.call('logout').catch((error: unknown) => {
        if (!(error instanceof CallFailed) || error.code !== 'unauthenticated') throw error;
      });
      connection.signOut();
    },

    rooms: () => cache.rooms,
    room: (roomId) => cache.rooms.find((known) => known.id === roomId),
    timeline: (roomId) => cache.timeline(roomId),
    unsent: (roomId) => unsentOf(cache.outbox, roomId),
    user: (userId) => cache.users[userId],

    openRoom: (roomId) => timelines.ensure(roomId),
    loadOlder: (roomId) => timelines.extend(roomId, 'before'),
    loadNewer: (roomId) => timelines.extend(roomId, 'after'),
    loadAround: (roomId, seq) => timelines.load(roomId, seq),
    loadLatest: (roomId) => timelines.load(roomId),

    ...messageActions(parts),
    ...threadActions(parts),
    ...readActions(parts),
    ...roomActions(connection, api, rooms),
    ...blockActions(api),

    typing: (roomId, isTyping) => typingSignal.typing(roomId, isTyping),
    setPresence: async (status) => {
      await connection.command('presence:set', { status });
    },
    updateMe: async (changes) => {
      const user = await api.call('updateMe', changes);
      learn([user]);
      return user;
    },
    findUsers: async (query, cursor) => {
      const page = await api.call('findUsers', { query, ...(cursor === undefined ? {} : { cursor }) });
      learn(page.items);
      return page;
    },
  };
};
