import { parseMessage, walk, type TextNode } from '@parley/message-text';
import type { Message } from '@parley/shared-types';
import type { SearchDocument } from './search-index.js';
import type { Has } from './search-query.js';
import { wordsOf } from './words.js';

/** Without one of these a body need not be read to know that it has no such thing. */
const PERHAPS_LINK = /:\/\/|mailto:|www\.|\S@\S/i;
const PERHAPS_CODE = /[`~]|^(?: {4}|\t)/m;

const holds = (body: string, types: TextNode['type'][]): boolean => {
  let isFound = false;
  walk(parseMessage(body), (node) => (isFound ||= types.includes(node.type)));
  return isFound;
};

const TESTS: Record<Has, (message: Message) => boolean> = {
  link: ({ body }) => PERHAPS_LINK.test(body) && holds(body, ['link']),
  code: ({ body }) => PERHAPS_CODE.test(body) && holds(body, ['code', 'inlineCode']),
  reaction: ({ reactions }) => reactions.length > 0,
  pin: ({ pinnedAt }) => pinnedAt !== null,
  file: ({ attachments }) => attachments.length > 0,
  image: ({ attachments }) => attachments.some(({ mimeType }) => mimeType.startsWith('image/')),
  thread: ({ replyCount, threadRootId }) => replyCount > 0 || threadRootId !== null,
};

/** What a message is found by; the names of its files are words like those of its text. */
export const toDocument = (message: Message): SearchDocument => ({
  id: message.id,
  roomId: message.roomId,
  senderId: message.senderId,
  version: message.version,
  createdAt: Date.parse(message.createdAt),
  words: [message.body, ...message.attachments.map(({ name }) => name)].flatMap(wordsOf),
  has: (Object.keys(TESTS) as Has[]).filter((what) => TESTS[what](message)),
});
