import type { TextNode } from './text-node.js';

type Name = Extract<TextNode, { type: 'mention' | 'room' }>;

// A name begins where a word could begin: `a@b` and `a#b` hold none.
const NAME =
  /(?<![\p{L}\p{N}\p{M}._@#/-])(?:(@)([\p{L}\p{N}\p{M}._-]{2,})|(#)([\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}]))/gu;

// `#1` is a number.
const isName = ({ type, name }: Name) => (type === 'mention' ? /[\p{L}\p{N}]/u : /\p{L}/u).test(name);

/** Text with its `@name` and `#name` as nodes of their own. */
export const namesInText = (value: string): TextNode[] => {
  const nodes: TextNode[] = [];
  let end = 0;
  for (const match of value.matchAll(NAME)) {
    const [token, , person, , room = ''] = match;
    const node: Name = person ? { type: 'mention', name: person } : { type: 'room', name: room };
    if (!isName(node)) continue;
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) });
    nodes.push(node);
    end = match.index + token.length;
  }
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) });
  return nodes;
};
