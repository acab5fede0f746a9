// What needs no grammar: the entry for a page that loads the rest only where a message has marks.
export { allCalledBy, type CallToAll, mayMention, nameCandidates } from './names.js';
export { mayHaveMarks, plainParagraphs } from './plain-paragraphs.js';
export type { TextNode } from './text-node.js';
