import type { Message } from '@parley/shared-types';
import type { MessagesById } from './timeline-window.js';

/** Adds messages that are quoted; of two states of one, the later holds. */
export const putQuoted = (known: MessagesById, given: readonly Message[]): MessagesById =>
  put(known, given, (message) => (known[message.id]?.version ?? -1) < message.version);

/** Takes in what became of the messages that are quoted already. */
export const reviseQuoted = (known: MessagesById, changed: readonly Message[]): MessagesById =>
  put(known, changed, (message) => (known[message.id]?.version ?? Infinity) < message.version);

const put = (known: MessagesById, given: readonly Message[], isNews: (message: Message) => boolean) => {
  const news = given.filter(isNews).sort((a, b) => a.version - b.version);
  return news.length > 0
    ? { ...known, ...Object.fromEntries(news.map((message) => [message.id, message])) }
    : known;
};
