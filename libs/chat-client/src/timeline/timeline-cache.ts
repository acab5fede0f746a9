import type { Message, MessagePage } from '@parley/shared-types';
import { putQuoted, reviseQuoted } from './quoted.js';
import type { RoomChange } from './room-change.js';
import type { TimelineWindow } from './timeline-window.js';

/** The window that a page is by itself. */
export const windowOf = (roomId: string, page: MessagePage): TimelineWindow => ({
  roomId,
  messages: page.items,
  hasBefore: page.hasBefore,
  hasAfter: page.hasAfter,
  version: page.version,
  quoted: putQuoted({}, page.quoted),
});

/**
 * Applies a change. One that is known already changes nothing; `gap` says that something before it is missing and
 * nothing was applied.
 */
export const applyChange = (window: TimelineWindow, change: RoomChange): TimelineWindow | 'gap' => {
  if (change.to <= window.version) return window;
  if (change.from > window.version + 1) return 'gap';
  const messages = upsert(window, change.messages);
  if (messages === 'gap') return 'gap';
  const quoted = reviseQuoted(putQuoted(window.quoted, change.quoted), change.messages);
  return { ...window, messages, quoted, version: change.to };
};

/** Puts a later state of a message in, if the window has it. */
export const reviseMessage = (window: TimelineWindow, message: Message): TimelineWindow => {
  const index = message.seq - (window.messages[0]?.seq ?? 1);
  const known = window.messages[index];
  const isNews = known !== undefined && known.version < message.version;
  const messages = isNews ? window.messages.with(index, message) : window.messages;
  const quoted = reviseQuoted(window.quoted, [message]);
  return isNews || quoted !== window.quoted ? { ...window, messages, quoted } : window;
};

/**
 * Joins a page to the end of the window it was asked for. A page that does not meet the window (it moved meanwhile)
 * leaves it as it is. The older version of the two holds for the result: if it is less than the window's was, the
 * changes since then must be asked for.
 */
export const joinPage = (
  window: TimelineWindow,
  page: MessagePage,
  end: 'before' | 'after',
): TimelineWindow => {
  const first = window.messages[0]?.seq ?? 1;
  const last = window.messages.at(-1)?.seq ?? 0;
  const version = Math.min(window.version, page.version);
  const quoted = putQuoted(window.quoted, page.quoted);

  if (end === 'before') {
    const older = page.items.filter((message) => message.seq < first);
    if (older.length > 0 && older.at(-1)?.seq !== first - 1) return window;
    const hasBefore = older.length > 0 ? page.hasBefore : window.hasBefore && page.hasBefore;
    return { ...window, messages: [...older, ...window.messages], hasBefore, version, quoted };
  }

  const newer = page.items.filter((message) => message.seq > last);
  if (newer.length > 0 && newer[0]?.seq !== last + 1) return window;
  // Another page may have brought the window further than this one knows.
  const hasAfter = newer.length > 0 ? page.hasAfter : window.hasAfter && page.hasAfter;
  return { ...window, messages: [...window.messages, ...newer], hasAfter, version, quoted };
};

/** Replaces older states of loaded messages and appends new ones, if the window reaches the newest. */
const upsert = (window: TimelineWindow, changed: readonly Message[]): readonly Message[] | 'gap' => {
  if (changed.length === 0) return window.messages;
  const messages = [...window.messages];
  const first = messages[0]?.seq ?? 1;

  for (const message of [...changed].sort((a, b) => a.seq - b.seq)) {
    const index = message.seq - first;
    const known = messages[index];
    if (index < 0) continue;
    if (known) messages[index] = known.version < message.version ? message : known;
    else if (!window.hasAfter && index === messages.length) messages.push(message);
    else if (!window.hasAfter) return 'gap';
  }
  return messages;
};
