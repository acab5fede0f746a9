import type { Alternatives } from './alternatives.js';
import type { SearchDocument } from './search-index.js';

/** Marks what is not a word of the text: no word begins with it. */
const MARK = '§';

const compact = (id: string): string => id.replaceAll('-', '');
const roomMark = (roomId: string): string => `${MARK}r${compact(roomId)}`;
const senderMark = (userId: string): string => `${MARK}u${compact(userId)}`;
const hasMark = (what: string): string => `${MARK}h${what}`;

/** What is stored of a message: its words, then marks for what else it may be found by. */
export const indexedText = ({ words, roomId, senderId, has }: SearchDocument): string =>
  [...words, roomMark(roomId), senderMark(senderId), ...has.map(hasMark)].join(' ');

/**
 * An expression of SQLite's FTS5. Words and ids have nothing but letters and digits in them, and every one is
 * quoted, so that nothing that was typed is read as syntax.
 */
export function matchExpression(query: {
  phrases: Alternatives[];
  senderId?: string | undefined;
  has: string[];
  roomIds: string[];
}): string {
  const { phrases, senderId, has, roomIds } = query;
  return [
    ...phrases.map(anyOf),
    ...(senderId ? [anyOf([[senderMark(senderId)]])] : []),
    ...has.map((what) => anyOf([[hasMark(what)]])),
    anyOf(roomIds.map((roomId) => [roomMark(roomId)])),
  ].join(' AND ');
}

const anyOf = (alternatives: Alternatives): string =>
  `(${alternatives.map((words) => `"${words.join(' ')}"`).join(' OR ')})`;
