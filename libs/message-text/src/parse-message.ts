import type { Token, Tokens } from 'marked';
import { tokensOf } from './lexer.js';
import { namesInText } from './names-in-text.js';
import { mayHaveMarks, plainLines, plainParagraphs } from './plain-paragraphs.js';
import { safeUrl } from './safe-url.js';
import { MAX_DEPTH, type TextNode } from './text-node.js';

const paragraph = (children: TextNode[]): TextNode => ({ type: 'paragraph', children });
const text = (value: string): TextNode => ({ type: 'text', value });

type Place = { depth: number; inLink: boolean };

const inlines = (tokens: Token[] = [], place: Place): TextNode[] =>
  tokens.flatMap((token) => inline(token, place));

const marked = (
  type: 'strong' | 'emphasis' | 'delete',
  { tokens }: { tokens?: Token[] },
  { depth, inLink }: Place,
): TextNode[] => {
  const children = inlines(tokens, { depth: depth + 1, inLink });
  return depth < MAX_DEPTH ? [{ type, children }] : children;
};

/** A link to where it may lead, else what was written. A picture is a link to it. */
const link = ({ href, text: label, raw, tokens }: Tokens.Link | Tokens.Image, place: Place): TextNode[] => {
  // Marked takes `www.` for http, as GitHub does.
  const url = safeUrl(raw.startsWith('www.') ? `https://${raw}` : href);
  if (!url || place.inLink) return [text(raw)];
  const children = inlines(tokens, { depth: place.depth + 1, inLink: true });
  return [{ type: 'link', url, children: children.length > 0 ? children : [text(label || url)] }];
};

const inline = (token: Token, place: Place): TextNode[] => {
  switch (token.type) {
    case 'strong':
      return marked('strong', token, place);
    case 'em':
      return marked('emphasis', token, place);
    case 'del':
      return marked('delete', token, place);
    case 'codespan':
      return [{ type: 'inlineCode', value: (token as Tokens.Codespan).text }];
    case 'br':
      return [{ type: 'break' }];
    case 'link':
    case 'image':
      return link(token as Tokens.Link | Tokens.Image, place);
    case 'escape':
      return [text((token as Tokens.Escape).text)];
    default: {
      const { raw } = token;
      return place.inLink ? [text(raw)] : namesInText(raw);
    }
  }
};

const list = ({ ordered, start, items }: Tokens.List, depth: number): TextNode => ({
  type: 'list',
  ordered,
  start: ordered ? Number(start) : 1,
  items: items.map((item) => blocks(item.tokens, depth + 1)),
});

/** The first word of a fence's line, if it could be a language. */
const langOf = (line = ''): string | null => /^[\w+#.-]{1,30}/.exec(line)?.[0] ?? null;

const block = (token: Token, depth: number): TextNode[] => {
  if (depth >= MAX_DEPTH) return [paragraph(plainLines(token.raw))];
  const place = { depth: 0, inLink: false };
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [paragraph([{ type: 'strong', children: inlines(token.tokens, place) }])];
    case 'blockquote':
      return [{ type: 'blockquote', children: blocks(token.tokens, depth + 1) }];
    case 'list':
      return [list(token as Tokens.List, depth)];
    case 'code':
      return [
        { type: 'code', lang: langOf((token as Tokens.Code).lang), value: (token as Tokens.Code).text },
      ];
    default: {
      const { tokens, raw } = token as Tokens.Paragraph;
      return [paragraph(tokens ? inlines(tokens, place) : namesInText(raw))];
    }
  }
};

const blocks = (tokens: Token[] = [], depth: number): TextNode[] =>
  tokens.flatMap((token) => block(token, depth));

/**
 * The tree of a message's body. Any string is a body; what the tree may hold is in `TextNode`. A body that is marks
 * rather than text (see lexer.ts) is shown as it stands.
 */
export const parseMessage = (body: string): TextNode[] => {
  if (!mayHaveMarks(body)) return plainParagraphs(body);
  const tokens = tokensOf(body);
  return tokens ? blocks(tokens, 0) : [paragraph(plainLines(body))];
};
