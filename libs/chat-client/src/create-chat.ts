import { tellObserversSoon } from './cache.js';
import { chatParts, type ChatSettings } from './chat-parts.js';
import type { Chat, ChatOptions } from './chat.js';
import { FactListeners, type Fact } from './connection/fact.js';
import { CallFailed, CommandFailed } from './connection/failure.js';
import { LiveFacts } from './live-facts.js';
import { roomActions } from './rooms/room-actions.js';
import { moveMine } from './rooms/room-cache.js';
import { putRoom } from './rooms/rooms-cache.js';
import type { ChatSnapshot } from './snapshot.js';
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
  const {
    session,
    cache,
    learn,
    api,
    connection,
    rooms,
    timelines,
    outbox,
    reads,
    typingPeople,
    typingSignal,
  } = parts;
  const live = new LiveFacts(parts);

  connection.status.subscribe(() => {
    if (connection.status.get().state === 'online') return;
    typingPeople.clearAll();
    typingSignal.reset();
  });

  const hydrate = ({ me, users = [], rooms: given = [], timeline }: Partial<ChatSnapshot>) => {
    if (me && cache.me && cache.me.id !== me.id) return;
    if (me) cache.me = me;
    learn([...(me ? [me] : []), ...given.flatMap((room) => room.members), ...users]);
    cache.rooms = given.reduce(putRoom, cache.rooms);
    if (timeline) {
      learn(timeline.users);
      timelines.adopt(windowOf(timeline.roomId, timeline));
    }
  };
  if (settings.snapshot) hydrate(settings.snapshot);

  const room = (roomId: string) => cache.rooms.find((known) => known.id === roomId);
  const self = () => cache.me && (cache.users[cache.me.id] ?? cache.me);

  return {
    queryClient: cache.queryClient,
    api,
    connection: connection.status,
    get me() {
      return self();
    },

    start: () => {
      if (cache.me) void outbox.load(cache.me.id);
      connection.start();
    },
    stop: () => {
      connection.stop();
      for (const part of [outbox, timelines, rooms, reads, parts.deliveries, parts.people]) part.stop();
      typingPeople.clearAll();
    },
    on: (name, handler) => listeners.on(name, handler),
    hydrate,

    login: async (username) => {
      const { user, token } = await api.call('login', { username });
      // A page has its cookie, which no script can read; only programs keep the token.
      if (typeof document === 'undefined') session.token = token;
      cache.me ??= user;
      learn([user]);
      return user;
    },
    logout: async () => {
      await api.call('logout').catch((error: unknown) => {
        if (!(error instanceof CallFailed) || error.code !== 'unauthenticated') throw error;
      });
      connection.signOut();
    },

    rooms: () => cache.rooms,
    room,
    timeline: (roomId) => cache.timeline(roomId),
    unsent: (roomId) => cache.outbox.filter((entry) => entry.roomId === roomId),
    user: (userId) => cache.users[userId],

    openRoom: (roomId) => timelines.ensure(roomId),
    loadOlder: (roomId) => timelines.extend(roomId, 'before'),
    loadNewer: (roomId) => timelines.extend(roomId, 'after'),
    loadAround: (roomId, seq) => timelines.load({ roomId, around: seq }),
    loadLatest: (roomId) => timelines.load({ roomId }),

    send: (roomId, body) => {
      if (!cache.me) throw new CommandFailed({ code: 'unauthenticated', message: 'Nobody is signed in.' });
      typingSignal.typing(roomId, false);
      return outbox.add(cache.me.id, roomId, body);
    },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),

    ...roomActions(connection, api, rooms),

    markRead: (roomId, seq) => {
      const known = room(roomId);
      const readSeq = Math.min(seq, known?.lastSeq ?? 0);
      if (!known?.me || readSeq <= known.me.readSeq) return;
      rooms.put(moveMine(known, { readSeq }));
      reads.move(roomId, readSeq);
    },
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
