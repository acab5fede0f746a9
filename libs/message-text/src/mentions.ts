import { type CallToAll, allCalledBy, mayMention, nameCandidates } from './names.js';
import { parseMessage } from './parse-message.js';
import type { TextNode } from './text-node.js';
import { walk } from './walk.js';

/** More names than this in one message are nobody's wish; the rest mentions nobody. */
const MAX_NAMES = 100;

export type Mentions = {
  /** For each `@token` the names that it may stand for, longest first. */
  names: string[][];
  /** `room` when all are meant (`@room`), `here` when those who are present (`@here`). */
  all: CallToAll | null;
};

const tokens = (nodes: TextNode[]): string[] => {
  const names = new Set<string>();
  walk(nodes, (node) => {
    if (node.type === 'mention' && names.size < MAX_NAMES) names.add(node.name);
  });
  return [...names];
};

/** Whom a body calls, as written: nothing inside code, addresses or links. Whether such people exist is not known here. */
export const mentionsIn = (body: string): Mentions => {
  if (!mayMention(body)) return { names: [], all: null };
  const found = tokens(parseMessage(body));
  const calls = found.map(allCalledBy);
  return {
    names: found
      .filter((_, index) => calls[index] === null)
      .map(nameCandidates)
      .filter((names) => names.length > 0),
    all: calls.includes('room') ? 'room' : calls.includes('here') ? 'here' : null,
  };
};
