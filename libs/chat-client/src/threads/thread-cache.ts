import type { Message, ThreadPage } from '@parley/shared-types';
import { putQuoted, reviseQuoted } from '../timeline/quoted.js';
import type { RoomChange } from '../timeline/room-change.js';
import type { ThreadWindow } from './thread-window.js';

export const threadWindowOf = (page: ThreadPage): ThreadWindow => ({
  roomId: page.root.roomId,
  root: page.root,
  messages: page.items,
  hasBefore: page.hasBefore,
  version: page.version,
  quoted: putQuoted({}, page.quoted),
});

/** Applies what happened in the room; `gap` says that something before it is missing and nothing was applied. */
export const applyToThread = (window: ThreadWindow, change: RoomChange): ThreadWindow | 'gap' => {
  if (change.to <= window.version) return window;
  if (change.from > window.version + 1) return 'gap';
  return {
    ...window,
    root: laterOf(window.root, change.messages),
    messages: upsert(window, change.messages),
    quoted: reviseQuoted(putQuoted(window.quoted, change.quoted), change.messages),
    version: change.to,
  };
};

/** Puts a later state of a message in, if the thread has it. */
export const reviseInThread = (window: ThreadWindow, message: Message): ThreadWindow => {
  const root = laterOf(window.root, [message]);
  const index = window.messages.findIndex(
    ({ id, version }) => id === message.id && version < message.version,
  );
  const messages = index < 0 ? window.messages : window.messages.with(index, message);
  const quoted = reviseQuoted(window.quoted, [message]);
  return root === window.root && messages === window.messages && quoted === window.quoted
    ? window
    : { ...window, root, messages, quoted };
};

/** Puts earlier replies in front. The older version of the two holds for the result. */
export const joinOlderReplies = (window: ThreadWindow, page: ThreadPage): ThreadWindow => {
  const first = window.messages[0]?.seq ?? Infinity;
  return {
    ...window,
    root: laterOf(window.root, [page.root]),
    messages: [...page.items.filter(({ seq }) => seq < first), ...window.messages],
    hasBefore: page.hasBefore,
    quoted: putQuoted(window.quoted, page.quoted),
    version: Math.min(window.version, page.version),
  };
};

const laterOf = (known: Message, changed: readonly Message[]) =>
  changed.reduce(
    (latest, message) => (message.id === latest.id && message.version > latest.version ? message : latest),
    known,
  );

/** Replies by seq; those before the loaded part are left out while there are more before it. */
const upsert = (window: ThreadWindow, changed: readonly Message[]): readonly Message[] => {
  const replies = changed.filter((message) => message.threadRootId === window.root.id);
  if (replies.length === 0) return window.messages;
  const first = window.messages[0]?.seq ?? Infinity;
  const bySeq = new Map(window.messages.map((message) => [message.seq, message]));
  for (const reply of replies) {
    const known = bySeq.get(reply.seq);
    const isLoaded = !window.hasBefore || reply.seq >= first;
    if (isLoaded && (known?.version ?? -1) < reply.version) bySeq.set(reply.seq, reply);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
};
