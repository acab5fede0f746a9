import { randomUUID } from 'node:crypto';
import type { Random } from './random.js';
import type { Draft } from './sender.js';

const PARTS = [
  'see you at noon',
  'naïve façade',
  '你好',
  '👩‍👩‍👧 👍🏽',
  "';--",
  '<b>"&amp;',
  '\u202Eright to left',
  '\n\tand more',
];

/** Writes one sender's messages, into one of these rooms each; no two bodies are alike. */
export function drafts(sender: string, userId: string, roomIds: string[], random: Random): () => Draft {
  let n = 0;
  return () => {
    n++;
    const body = `${sender} ${n}: ${random.of(PARTS).repeat(random.between(1, 20))}`;
    return { sender, n, userId, roomId: random.of(roomIds), clientId: randomUUID(), body };
  };
}
