import { namesInText } from './names-in-text.js';
import type { TextNode } from './text-node.js';

const INSIDE_A_LINE = /[*_~`[\]<>\\]|:\/\/|www\.|\S@\S/i;
const BEGINNING_A_LINE = /^[ \t]*(?:[-+]|\d{1,9}[.)]|#{1,6})(?:[ \t]|$)/m;

/** Whether a body may be more than plain text. Most messages are not, and need no grammar. */
export const mayHaveMarks = (body: string): boolean =>
  INSIDE_A_LINE.test(body) || BEGINNING_A_LINE.test(body);

/** Lines as they stand, with the names in them. */
export const plainLines = (text: string): TextNode[] =>
  text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'break' } as const] : []), ...namesInText(line)]);

/** A body as it was written: a blank line parts paragraphs, and nothing else means anything. */
export const plainParagraphs = (body: string): TextNode[] =>
  body
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((text) => text.trimEnd())
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph', children: plainLines(text) }));
